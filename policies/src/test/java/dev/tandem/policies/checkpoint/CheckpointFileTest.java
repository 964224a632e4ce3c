package dev.tandem.policies.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final PolicySpaces SPACES = TestSpaces.of(3, 2);
  @TempDir Path directory;
  private Path path;
  private CheckpointFile file;

  @BeforeEach
  void place() {
    path = directory.resolve("checkpoints/policy.ckpt");
    file = new CheckpointFile(path);
  }

  @Test
  void givesBackEveryArrayAndAllOfTheHeader() throws IOException {
    Checkpoint written = checkpoint(0.5f);
    String hash = file.write(written);
    Checkpoint read = file.read();
    assertEquals(written.header(), read.header());
    assertEquals(written.arrays().size(), read.arrays().size());
    for (int i = 0; i < read.arrays().size(); i++) {
      assertEquals(written.arrays().get(i).name(), read.arrays().get(i).name());
      assertArrayEquals(written.arrays().get(i).shape(), read.arrays().get(i).shape());
      assertArrayEquals(written.arrays().get(i).values(), read.arrays().get(i).values());
    }
    assertEquals(hash, file.hash());
  }

  @Test
  void givesBackThePolicy() throws IOException {
    NeuralPolicy written = policy(0.5f);
    file.write(Checkpoint.of("reach", SPACES, written, new TreeMap<>()));
    NeuralPolicy read = (NeuralPolicy) file.policy(SPACES);
    assertArrayEquals(written.weights(), read.weights());
    assertEquals(written.shape(), read.shape());
    assertEquals(12, read.version());
  }

  @Test
  void hasTheSameHashForTheSameContentOnly() throws IOException {
    String first = file.write(checkpoint(0.5f));
    assertEquals(64, first.length());
    assertEquals(first, file.write(checkpoint(0.5f)));
    assertNotEquals(first, file.write(checkpoint(Math.nextUp(0.5f))));
  }

  @Test
  void noticesEveryBitThatFlips() throws IOException {
    file.write(checkpoint(0.5f));
    byte[] good = Files.readAllBytes(path);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 4;
      Files.write(path, bad);
      assertThrows(CheckpointException.class, file::read, "byte " + at);
    }
  }

  @Test
  void noticesEveryByteThatIsMissing() throws IOException {
    file.write(checkpoint(0.5f));
    byte[] good = Files.readAllBytes(path);
    for (int length = 0; length < good.length; length++) {
      Files.write(path, Arrays.copyOf(good, length));
      assertThrows(CheckpointException.class, file::read, length + " bytes");
    }
  }

  @Test
  void namesTheArrayThatIsDamaged() throws IOException {
    file.write(checkpoint(0.5f));
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length - CheckpointCodec.HASH_BYTES - 5] ^= 1;
    Files.write(path, bytes);
    String message = message(file::read);
    assertEquals(
        path + ": array actor/logStd.bias: damaged", message.substring(0, message.indexOf(',')));
  }

  @Test
  void saysWhatIsCutShort() throws IOException {
    file.write(checkpoint(0.5f));
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length - CheckpointCodec.HASH_BYTES - 1));
    assertEquals(
        path + ": array actor/logStd.bias: cut short, expected 12 more bytes, found 11",
        message(file::read));
  }

  @Test
  void refusesFilesOfOthers() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "a text file that somebody put here", StandardCharsets.UTF_8);
    assertEquals(path + ": expected a Tandem checkpoint, found another file", message(file::read));
  }

  @Test
  void saysWhenThereIsNone() {
    assertEquals(path + ": there is no such checkpoint", message(file::read));
  }

  @Test
  void refusesAPolicyOfOtherFeatures() throws IOException {
    file.write(checkpoint(0.5f));
    assertEquals(
        path
            + ": features: expected [s.0, s.1, s.2, s.3], found [s.0, s.1, s.2]"
            + "; task, spaces, encoder.file and touch decide them: give this policy those that it"
            + " learnt with",
        message(() -> file.policy(TestSpaces.of(4, 2))));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsTheOldFileWhenTheDiskIsFull() throws IOException {
    String hash = file.write(checkpoint(0.5f));
    Path unfinished = path.resolveSibling("policy.ckpt.unfinished");
    Files.createSymbolicLink(unfinished, Path.of("/dev/full"));
    String message = message(() -> file.write(checkpoint(0.7f)));
    assertEquals(
        path + ": not written, what was there before stands: No space left on device", message);
    assertEquals(hash, file.hash());
    assertFalse(Files.exists(unfinished));
  }

  private interface Action {
    void run() throws IOException;
  }

  private static String message(Action action) {
    CheckpointException error = assertThrows(CheckpointException.class, action::run);
    return String.valueOf(error.getMessage());
  }

  private static Checkpoint checkpoint(float weight) {
    TreeMap<String, String> settings = new TreeMap<>();
    settings.put("seed", "7");
    settings.put("note", "a = b");
    return Checkpoint.of("peg-insert", SPACES, policy(weight), settings);
  }

  private static NeuralPolicy policy(float weight) {
    ActorShape shape = new ActorShape(3, List.of(4, 5), 2, Activation.SILU, true, 1e-5, 5);
    float[] weights = new float[shape.layout().size()];
    Arrays.fill(weights, weight);
    return new NeuralPolicy(SPACES, new ActorNetwork(shape, weights, Arithmetic.PLAIN), 12);
  }
}
