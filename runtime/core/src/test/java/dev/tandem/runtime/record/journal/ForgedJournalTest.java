package dev.tandem.runtime.record.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.record.mcap.McapChannel;
import dev.tandem.runtime.record.mcap.McapMessage;
import dev.tandem.runtime.record.mcap.McapWriter;
import dev.tandem.runtime.record.mcap.MemoryFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the file: problems are listed, or a {@link JournalException} is thrown. */
class ForgedJournalTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long SLACK_BYTES = 1 << 20;
  private static byte[] good = {};
  private static long goodAllocatedBytes;

  @TempDir Path directory;

  @BeforeAll
  static void record() {
    MemoryFile file = new MemoryFile();
    try (Recording recording = Recording.on(file)) {
      recording.script.startEpisode(0);
      recording.script.decide(0.1).endEpisode(0.2);
      recording.recorder.poll();
    }
    good = file.bytes();
    for (int i = 0; i < 100; i++) {
      goodAllocatedBytes = allocatedBytes(good, "nothing");
    }
  }

  @Test
  void survivesEveryByteThatFlips() {
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xff;
      assertReadsWithin(bad, "byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Integer.MAX_VALUE - 8})
  void survivesAbsurdNumbersWhereverTheyStand(long number) {
    for (int at = 0; at + Long.BYTES <= good.length; at++) {
      if (isText(at)) {
        continue;
      }
      byte[] bad = good.clone();
      buffer(bad).putLong(at, number);
      assertReadsWithin(bad, "number at byte " + at);
      bad = good.clone();
      buffer(bad).putInt(at, (int) number);
      assertReadsWithin(bad, "word at byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Integer.MAX_VALUE - 8, Long.MIN_VALUE, Long.MAX_VALUE})
  void listsMessagesThatTheirOwnChecksumConfirms(long number) throws IOException {
    MemoryFile file = new MemoryFile();
    int forged = 0;
    try (McapWriter writer = new McapWriter(file)) {
      writer.start("ros2", "forger");
      Map<String, McapChannel> channels = new HashMap<>();
      for (McapMessage message : new JournalLog(good, good.length).messages) {
        McapChannel like = message.channel();
        if (!channels.containsKey(like.topic())) {
          channels.put(like.topic(), copy(writer, like));
          forged += forge(writer, channels.get(like.topic()), message.payload(), number);
        }
      }
      writer.finish();
    }
    JournalLog log = new JournalLog(file.bytes(), file.bytes().length);
    assertEquals(forged, log.messages.size());
    assertFalse(log.problems.isEmpty());
    assertTrue(log.problems.stream().allMatch(problem -> problem.lines().count() == 1));
  }

  @Test
  void verifiesAJournalWithAFlippedByte() throws IOException {
    Path path = directory.resolve("journal.mcap");
    for (int at = 0; at < good.length; at += 29) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xff;
      Files.write(path, bad);
      assertTrue(isDamageSeen(path), "byte " + at);
    }
  }

  /** In the midst of a schema's text, where no length stands. */
  private static boolean isText(int at) {
    return IntStream.range(at, at + Long.BYTES).allMatch(i -> good[i] >= '\n');
  }

  private static boolean isDamageSeen(Path path) {
    try {
      JournalInspection inspection = JournalInspection.of(path);
      return !inspection.problems().isEmpty() || !inspection.complete();
    } catch (JournalException e) {
      return String.valueOf(e.getMessage()).lines().count() == 1;
    }
  }

  private static void assertReadsWithin(byte[] file, String what) {
    long bytes = allocatedBytes(file, what);
    long limit = goodAllocatedBytes + SLACK_BYTES;
    assertTrue(bytes <= limit, () -> what + ": expected at most " + limit + ", found " + bytes);
  }

  /** What reading took; a {@link JournalException} counts as having read. */
  private static long allocatedBytes(byte[] file, String what) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      JournalLog log = new JournalLog(file, file.length);
      assertTrue(log.scan.fileBytes() == file.length, what);
    } catch (JournalException e) {
      assertTrue(String.valueOf(e.getMessage()).lines().count() == 1, what);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what, e);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static McapChannel copy(McapWriter writer, McapChannel like) throws IOException {
    return writer.addChannel(
        writer.addSchema(like.schema().name(), like.schema().encoding(), like.schema().text()),
        like.topic(),
        like.messageEncoding());
  }

  /** Writes the message with the number at each of its places, as 8 and as 4 bytes. */
  private static int forge(McapWriter writer, McapChannel to, byte[] payload, long number) {
    int forged = 0;
    for (int at = 0; at + Long.BYTES <= payload.length; at++) {
      for (boolean wide : List.of(true, false)) {
        byte[] bad = payload.clone();
        ByteBuffer buffer =
            wide ? buffer(bad).putLong(at, number) : buffer(bad).putInt(at, (int) number);
        writer.message(to, 0, bad, buffer.capacity());
        forged++;
      }
    }
    return forged;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
