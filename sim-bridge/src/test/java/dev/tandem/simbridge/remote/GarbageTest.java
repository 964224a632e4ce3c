package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand frames that mean nothing, or not that, or not now. */
@Timeout(120)
final class GarbageTest {
  private static final int FRAMES = 1_000;
  private static final long FRAME_MILLIS = 20;
  private static final int CLIENTS = 64;

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true", "6, true"})
  void doNotTakeTheServerDown(long seed, boolean seeing) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (RunningServer server =
        RunningServer.ofCounters(CLIENTS, RunningServer.LONG_MILLIS, FRAME_MILLIS)) {
      try (RawClient witness = greeted(server, seeing)) {
        witness.reset(1);
        for (int sent = 0; sent < FRAMES; ) {
          sent += annoy(server, random, seeing);
        }
        assertEquals(2, witness.step(1).reward(), "seed " + seed);
      }
      try (RawClient good = greeted(server, seeing)) {
        assertArrayEquals(new double[] {9}, good.reset(9));
        assertEquals(9.5, good.step(0.5).reward(), "seed " + seed);
      }
      assertTrue(server.counts().errorFrames() > FRAMES / 10, "seed " + seed);
    }
  }

  private static RawClient greeted(RunningServer server, boolean seeing) throws IOException {
    return seeing ? RawClient.seeing(server.address()) : RawClient.of(server.address());
  }

  /** One client's garbage, until it has enough or is sent away; returns how many frames it sent. */
  private static int annoy(RunningServer server, SplittableRandom random, boolean seeing)
      throws IOException {
    boolean greets = random.nextInt(4) > 0;
    int frames = 1 + random.nextInt(20);
    try (RawClient client = greets ? greeted(server, seeing) : new RawClient(server.address())) {
      for (int i = 0; i < frames; i++) {
        client.send(garbage(random));
      }
      if (random.nextBoolean()) {
        client.endOutput();
        while (true) {
          client.receive(); // what it is told, to the end
        }
      }
    } catch (IOException e) {
      // It was sent away, which is what it deserves.
    }
    return frames;
  }

  private static byte[] garbage(SplittableRandom random) {
    List<Message> kinds = MessageTest.everyKind();
    byte[] whole = RawClient.frame(kinds.get(random.nextInt(kinds.size())));
    return switch (random.nextInt(5)) {
      case 0 -> noise(random, whole);
      case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length)); // cut off, and slow
      case 2 -> spoilt(random, whole);
      case 3 -> withLength(random.nextInt(), whole);
      default -> whole; // whole, in the wrong order
    };
  }

  /** The right length before random bytes. */
  private static byte[] noise(SplittableRandom random, byte[] whole) {
    byte[] bytes = new byte[whole.length];
    random.nextBytes(bytes);
    return withLength(whole.length - Integer.BYTES, bytes);
  }

  private static byte[] spoilt(SplittableRandom random, byte[] whole) {
    int at = Integer.BYTES + random.nextInt(whole.length - Integer.BYTES);
    whole[at] = (byte) random.nextInt();
    return whole;
  }

  private static byte[] withLength(int length, byte[] whole) {
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length);
    return whole;
  }
}
