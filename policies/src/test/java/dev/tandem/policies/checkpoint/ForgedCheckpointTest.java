package dev.tandem.policies.checkpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorNetwork;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.record.bytes.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the file: a {@link CheckpointException} of one line, and nothing else. */
class ForgedCheckpointTest {
  private static final PolicySpaces SPACES = TestSpaces.of(2, 1);
  private static final int HEADER_LENGTH_AT = 12;
  private static final int HEADER_AT = 16;
  @TempDir Path directory;
  private Path path;
  private CheckpointFile file;
  private byte[] good;

  @BeforeEach
  void write() throws IOException {
    path = directory.resolve("policy.ckpt");
    file = new CheckpointFile(path);
    ActorShape shape = new ActorShape(2, List.of(3), 1, Activation.RELU, false, 1e-5, 5);
    float[] weights = new float[shape.layout().size()];
    NeuralPolicy policy =
        new NeuralPolicy(SPACES, new ActorNetwork(shape, weights, Arithmetic.PLAIN), 1);
    TreeMap<String, String> settings = new TreeMap<>();
    settings.put("seed", "7");
    file.write(Checkpoint.of("reach", SPACES, policy, settings));
    good = Files.readAllBytes(path);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x04, 0x20, 0x80, 0xff})
  void refusesEveryByteThatFlips(int mask) throws IOException {
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) mask;
      assertRefused(bad, "byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesAbsurdNumbersWhereverTheyStand(long number) throws IOException {
    for (int at = 0; at + Long.BYTES <= good.length; at++) {
      byte[] bad = good.clone();
      buffer(bad).putLong(at, number);
      assertRefused(bad, "number at byte " + at);
      bad = good.clone();
      buffer(bad).putInt(at, (int) number);
      if (!Arrays.equals(good, bad)) {
        assertRefused(bad, "word at byte " + at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -4, -5, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 3})
  void comparesTheHeadersLengthWithWhatIsThere(int length) throws IOException {
    byte[] bad = good.clone();
    buffer(bad).putInt(HEADER_LENGTH_AT, length);
    assertMentions(bad, "header: ");
  }

  @ParameterizedTest
  @CsvSource({
    "array 3, array -3",
    "array 3, array 99999999999",
    "array 3, array 2147483647",
    "array 3, array 2147483647x2147483647x2147483647",
    "array 3, array -3x-1",
    "array 3, array threex",
    "array 3, array",
    "actor_hidden 3, actor_hidden 2147483647",
    "actor_hidden 3, actor_hidden 65536x65536",
    "actor_hidden 3, actor_hidden x",
    "actor_hidden 3, actor_hidden 999999999999",
    "actor_std 1.0E-5 5.0, actor_std 5",
    "actor_activation RELU, actor_activation HARD",
    "action -2.0 4.0, action -2.0",
    "action -2.0 4.0, action 4 -2",
    "action_name, action_names",
    "setting seed=7, setting seed",
    "policy_version 1, policy_version one",
    "task reach, reach",
    "task reach, ''"
  })
  void refusesAHeaderThatItsOwnChecksumConfirms(String from, String to) throws IOException {
    String header = new String(header(), StandardCharsets.UTF_8);
    assertTrue(header.contains(from), header);
    byte[] bad = signed(header.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
    assertMentions(bad, "");
  }

  @Test
  void readsOrRefusesAnyHeaderThatItsOwnChecksumConfirms() throws IOException {
    byte[] header = header();
    for (int at = 0; at < header.length; at++) {
      for (byte found : new byte[] {0, '\n', ' ', '-', 'x', '9', '=', (byte) 0xff}) {
        byte[] other = header.clone();
        other[at] = found;
        Files.write(path, signed(other));
        assertOnlyRefuses(() -> file.policy(SPACES), "header byte " + at + " is " + found);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFileThatNoArrayHolds() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(3_000_000_000L);
    }
    CheckpointException error = assertThrows(CheckpointException.class, file::read);
    assertEquals(
        path + ": expected at most 2147483639 bytes, found 3000000000", error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "two\rlines"})
  void writesNoTextThatWouldReadAsAnotherLine(String note) {
    CheckpointHeader header = assertDoesNotThrow(file::read).header();
    TreeMap<String, String> settings = new TreeMap<>(Map.of("note", note));
    CheckpointHeader other =
        new CheckpointHeader(
            header.task(), header.features(), header.actions(), header.actor(), 1, settings);
    Checkpoint checkpoint = new Checkpoint(other, List.of());
    assertThrows(IllegalArgumentException.class, () -> file.write(checkpoint));
  }

  private static void assertOnlyRefuses(Executable reading, String what) {
    try {
      reading.execute();
    } catch (CheckpointException e) {
      assertFalse(String.valueOf(e.getMessage()).contains("\n"), what);
    } catch (Throwable e) {
      throw new AssertionError(what, e);
    }
  }

  private void assertMentions(byte[] bad, String place) throws IOException {
    String message = assertRefused(bad, place);
    assertTrue(message.startsWith(path + ": " + place), message);
  }

  private String assertRefused(byte[] bad, String what) throws IOException {
    Files.write(path, bad);
    CheckpointException error =
        assertThrows(CheckpointException.class, () -> file.policy(SPACES), what);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(path + ": ") && message.lines().count() == 1, message);
    return message;
  }

  private byte[] header() {
    int length = buffer(good).getInt(HEADER_LENGTH_AT);
    return Arrays.copyOfRange(good, HEADER_AT, HEADER_AT + length);
  }

  /** The good file with another header, whose length, checksum and hash are right. */
  private byte[] signed(byte[] header) {
    int arraysAt = HEADER_AT + header().length + Integer.BYTES;
    int arraysBytes = good.length - CheckpointCodec.HASH_BYTES - arraysAt;
    byte[] content = new byte[HEADER_AT + header.length + Integer.BYTES + arraysBytes];
    buffer(content)
        .put(good, 0, HEADER_LENGTH_AT)
        .putInt(header.length)
        .put(header)
        .putInt(CheckpointCodec.checksum(header))
        .put(good, arraysAt, arraysBytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(content);
    out.writeBytes(Sha256.of(content));
    return out.toByteArray();
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
