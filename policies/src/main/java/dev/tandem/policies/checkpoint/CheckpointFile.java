package dev.tandem.policies.checkpoint;

import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.stream.StreamLearner;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Student;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A checkpoint on disk. Writing is atomic: the file is either the old one or the new one, whole.
 * Equal checkpoints give equal bytes, and so equal hashes.
 */
public final class CheckpointFile {
  /** What one array holds. */
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final Path file;

  public CheckpointFile(Path file) {
    this.file = file;
  }

  /** Writes and returns the content's hash, in hexadecimal. */
  public String write(Checkpoint checkpoint) throws UnwrittenCheckpointException {
    byte[] bytes = CheckpointCodec.encode(checkpoint);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(directory());
      writeAll(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      sync(directory());
    } catch (IOException e) {
      forget(unfinished, e);
      throw new UnwrittenCheckpointException(file, e);
    }
    return CheckpointCodec.hash(bytes);
  }

  /** Reads and checks everything: length, checksums, hash. */
  public Checkpoint read() throws CheckpointException {
    return new CheckpointDecoder(file, readAll()).decode();
  }

  /** The content's hash as {@link #write} returned it, in hexadecimal; checks everything. */
  public String hash() throws CheckpointException {
    byte[] bytes = readAll();
    new CheckpointDecoder(file, bytes).decode();
    return CheckpointCodec.hash(bytes);
  }

  /** Makes {@code student} go on from here; a checkpoint that does not fit changes nothing. */
  public Checkpoint restore(Student student, PolicySpaces spaces) throws CheckpointException {
    Checkpoint checkpoint = read();
    requireSpaces(checkpoint.header(), spaces);
    try {
      student.restore(checkpoint.arrays());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, Objects.toString(e.getMessage()), e);
    }
    return checkpoint;
  }

  /** The policy alone, deterministic; needs no learning engine. */
  public Policy policy(PolicySpaces spaces) throws CheckpointException {
    Checkpoint checkpoint = read();
    CheckpointHeader header = checkpoint.header();
    requireSpaces(header, spaces);
    try {
      if (header.actor().isEmpty()) {
        return StreamLearner.policy(spaces, checkpoint.arrays());
      }
      ActorShape shape = header.actor().get();
      float[] weights = actorWeights(shape.layout(), checkpoint.arrays());
      ActorNetwork network = new ActorNetwork(shape, weights, Arithmetic.fastest());
      return new NeuralPolicy(spaces, network, header.policyVersion());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, Objects.toString(e.getMessage()), e);
    }
  }

  private float[] actorWeights(ParameterLayout layout, List<NamedArray> arrays)
      throws CheckpointException {
    List<NamedArray> found = new ArrayList<>();
    for (ParameterLayout.Piece piece : layout.pieces()) {
      found.add(actorArray(piece, arrays));
    }
    float[] weights = new float[layout.size()];
    for (ParameterLayout.Piece piece : layout.pieces()) {
      NamedArray array = found.remove(0);
      System.arraycopy(array.values(), 0, weights, piece.offset(), piece.size());
    }
    return weights;
  }

  private NamedArray actorArray(ParameterLayout.Piece piece, List<NamedArray> arrays)
      throws CheckpointException {
    String name = Checkpoint.ACTOR + piece.name();
    List<NamedArray> found = arrays.stream().filter(a -> a.name().equals(name)).toList();
    if (found.size() != 1 || !Arrays.equals(found.get(0).shape(), piece.shape())) {
      throw new CheckpointException(
          file,
          "array %s: expected %s, found %s"
              .formatted(
                  name,
                  Arrays.toString(piece.shape()),
                  found.isEmpty() ? "none" : Arrays.toString(found.get(0).shape())));
    }
    return found.get(0);
  }

  private void requireSpaces(CheckpointHeader header, PolicySpaces spaces)
      throws CheckpointException {
    requireSame("features", spaces.encoder().names(), header.features());
    requireSame("actions", spaces.action().channels(), header.actions());
  }

  private void requireSame(String what, List<?> expected, List<?> found)
      throws CheckpointException {
    if (!expected.equals(found)) {
      throw new CheckpointException(
          file, "%s: expected %s, found %s".formatted(what, expected, found));
    }
  }

  private byte[] readAll() throws CheckpointException {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new CheckpointException(
            file, "expected at most " + MAX_BYTES + " bytes, found " + size);
      }
      return Files.readAllBytes(file);
    } catch (CheckpointException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new CheckpointException(file, "there is no such checkpoint", e);
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private Path directory() {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
  }

  private static void writeAll(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes the new name itself survive a loss of power. */
  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void forget(Path unfinished, IOException reason) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
