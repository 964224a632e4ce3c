package dev.tandem.policies.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.encoder.Blobs;
import dev.tandem.policies.encoder.EncoderCheckpoint;
import dev.tandem.policies.encoder.EncoderNetwork;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.runtime.learn.NamedArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderFileTest {
  @TempDir Path directory;
  private Path path;
  private EncoderFile file;

  @BeforeEach
  void place() {
    path = directory.resolve("pick.encoder");
    file = new EncoderFile(path);
  }

  private static EncoderCheckpoint encoder(long seed) {
    return new EncoderCheckpoint(
        "pick-cube", Blobs.SHAPE, new TreeMap<>(Map.of("seed", "1")), Blobs.weights(seed));
  }

  @Test
  void givesBackAllOfIt() throws IOException {
    String hash = file.write(encoder(1));
    EncoderCheckpoint read = file.read();
    assertEquals("pick-cube", read.task());
    assertEquals(Blobs.SHAPE, read.shape());
    assertEquals(Map.of("seed", "1"), read.settings());
    assertArrayEquals(Blobs.weights(1), read.weights());
    EncoderNetwork network = file.network();
    assertTrue(hash.startsWith(network.fingerprint()));
    assertEquals(12, network.fingerprint().length());
    byte[][] pixels = Blobs.pictures(1, 1).pixels(0);
    float[] expected = new float[2];
    Blobs.SHAPE.network(Blobs.weights(1)).encode(pixels, expected);
    float[] found = new float[2];
    network.encode(pixels, found);
    assertArrayEquals(expected, found);
  }

  @Test
  void hasTheSameHashForTheSameContentOnly() throws IOException {
    String first = file.write(encoder(1));
    assertEquals(first, file.write(encoder(1)));
    assertNotEquals(first, file.write(encoder(2)));
  }

  @Test
  void noticesBitsThatFlipAndBytesThatAreMissing() throws IOException {
    file.write(encoder(1));
    byte[] good = Files.readAllBytes(path);
    for (int at = 0; at < good.length; at += 7) {
      byte[] bad = good.clone();
      bad[at] ^= 4;
      Files.write(path, bad);
      assertThrows(CheckpointException.class, file::read, "byte " + at);
      Files.write(path, Arrays.copyOf(good, at));
      assertThrows(CheckpointException.class, file::read, "first " + at);
    }
  }

  @Test
  void aPolicysCheckpointIsNoEncoderNorTheOtherWayRound() throws IOException {
    file.write(encoder(1));
    assertMessage("expected a Tandem checkpoint", new CheckpointFile(path)::read);
    byte[] bytes = Files.readAllBytes(path);
    bytes[6] = 'C';
    bytes[7] = 'P';
    Files.write(path, bytes);
    assertMessage("expected an encoder, which ./tandem encoder train writes", file::read);
    Files.delete(path);
    assertMessage("there is no such", file::read);
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static void assertMessage(String expected, Reading reading) {
    var error = assertThrows(CheckpointException.class, reading::read);
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }

  @Test
  void arraysThatAreNotTheNetworksAreRefused() {
    EncoderShape shape = Blobs.SHAPE;
    List<NamedArray> arrays = new ArrayList<>(encoder(1).arrays());
    assertArrayEquals(Blobs.weights(1), EncoderCheckpoint.weights(shape, arrays));
    Collections.swap(arrays, 0, 1);
    assertArraysRefused("left/convolution0.weights", arrays);
    Collections.swap(arrays, 0, 1);
    NamedArray last = arrays.remove(arrays.size() - 1);
    assertArraysRefused("found no more arrays", arrays);
    arrays.add(last);
    arrays.add(last);
    assertArraysRefused("expected no more arrays", arrays);
  }

  private static void assertArraysRefused(String expected, List<NamedArray> arrays) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> EncoderCheckpoint.weights(Blobs.SHAPE, arrays));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
