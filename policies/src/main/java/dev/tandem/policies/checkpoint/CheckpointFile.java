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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A checkpoint on disk. Writing is atomic: the file is either the old one or the new one, whole.
 * Equal checkpoints give equal bytes, and so equal hashes.
 */
public final class CheckpointFile {
  private static final String DECIDED_BY =
      "; task, spaces, encoder.file and touch decide them: give this policy those that it learnt"
          + " with";

  private final Path file;

  public CheckpointFile(Path file) {
    this.file = file;
  }

  /** Writes and returns the content's hash, in hexadecimal. */
  public String write(Checkpoint checkpoint) throws UnwrittenCheckpointException {
    return new WholeFile(file).write(CheckpointCodec.encode(checkpoint));
  }

  /** Reads and checks everything: length, checksums, hash. */
  public Checkpoint read() throws CheckpointException {
    return checkpoint(new WholeFile(file).read());
  }

  /** The content's hash as {@link #write} returned it, in hexadecimal; checks everything. */
  public String hash() throws CheckpointException {
    byte[] bytes = new WholeFile(file).read();
    checkpoint(bytes);
    return CheckpointCodec.hash(bytes);
  }

  private Checkpoint checkpoint(byte[] bytes) throws CheckpointException {
    return new CheckpointDecoder(FileKind.CHECKPOINT, file, bytes).checkpoint();
  }

  /** Throws unless its policy reads and writes in these spaces. */
  public void requireFits(PolicySpaces spaces) throws CheckpointException {
    requireSpaces(read().header(), spaces);
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
    requireSame("features", spaces.encoder().names(), header.features(), DECIDED_BY);
    requireSame("actions", spaces.action().channels(), header.actions(), "");
  }

  private void requireSame(String what, List<?> expected, List<?> found, String advice)
      throws CheckpointException {
    if (!expected.equals(found)) {
      throw new CheckpointException(
          file, "%s: expected %s, found %s%s".formatted(what, expected, found, advice));
    }
  }
}
