package dev.tandem.runtime.record.mcap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.record.bytes.FormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class McapTest {
  private final List<String> messages = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> cuts = new ArrayList<>();
  private final List<McapChannel> channels = new ArrayList<>();

  @Test
  void readsBackChannelsAndMessagesOfAClosedFile() throws IOException {
    McapScan scan = read(file(3, true));

    assertEquals(List.of("/a", "/b"), channels.stream().map(McapChannel::topic).toList());
    assertEquals("text of b", channels.get(1).schema().text());
    assertEquals("ros2msg", channels.get(1).schema().encoding());
    assertEquals("cdr", channels.get(1).messageEncoding());
    assertEquals(
        List.of("/a 0 at 0: a0", "/b 0 at 5: b0", "/a 1 at 10: a1", "/b 1 at 15: b1"),
        messages.subList(0, 4));
    assertEquals(6, messages.size());
    assertTrue(scan.closed());
    assertEquals(0, scan.unusableTailBytes());
    assertEquals(List.of(), problems);
  }

  @Test
  void readsAFileThatWasNeverClosed() throws IOException {
    McapScan scan = read(file(3, false));

    assertEquals(6, messages.size());
    assertFalse(scan.closed());
    assertEquals(0, scan.unusableTailBytes());
    assertEquals(List.of(), problems);
  }

  @Test
  void readsEverythingBeforeTheOffsetAtWhichAFileIsCutWhereverThatIs() throws IOException {
    byte[] whole = file(3, true);
    int last = 0;
    for (int bytes = 0; bytes < whole.length; bytes++) {
      McapScan scan = read(Arrays.copyOf(whole, bytes));

      assertFalse(scan.closed(), "cut at " + bytes);
      assertEquals(List.of(), problems, "cut at " + bytes);
      assertTrue(messages.size() >= last, "cut at " + bytes);
      boolean nothingYet = bytes == 0 || bytes == McapOutput.MAGIC.length;
      assertEquals(scan.unusableTailBytes() > 0 || nothingYet, !cuts.isEmpty(), "cut at " + bytes);
      last = messages.size();
    }
    assertEquals(6, last);
  }

  @Test
  void noticesEveryByteThatIsNotWhatItWas() throws IOException {
    byte[] whole = file(3, true);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;

      assertTrue(isFoundDamaged(damaged), "byte " + i + " of " + whole.length);
    }
  }

  @Test
  void namesTheChunkThatDoesNotMatchItsChecksumAndReadsTheOthers() throws IOException {
    byte[] whole = file(3, true);
    int chunk = indexOfRecord(whole, Opcode.CHUNK);
    whole[chunk + McapOutput.RECORD_HEADER_BYTES + 3 * Long.BYTES] ^= 1;

    read(whole);

    assertEquals(4, messages.size());
    assertEquals(3, problems.size());
    assertTrue(problems.get(0).startsWith("offset " + chunk + ", CHUNK: CRC mismatch, expected "));
    assertTrue(problems.get(1).contains("DATA_END: CRC mismatch"));
    assertTrue(problems.get(2).endsWith("STATISTICS: expected 6 messages, found 4"));
  }

  @Test
  void noticesAnIndexThatDoesNotFitItsChunkAlsoInAFileThatWasNeverClosed() throws IOException {
    byte[] open = file(1, false);
    open[open.length - 1] ^= 1;

    read(open);

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).endsWith("the index of channel 1 does not fit its chunk"));
  }

  @Test
  void doesNotTakeAFileForClosedThatGoesOnBehindItsEnd() throws IOException {
    byte[] whole = file(1, true);
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);

    assertFalse(read(longer).closed());
    assertTrue(problems.get(0).endsWith("expected the closing magic, found 9 bytes"));
  }

  @Test
  void doesNotTakeAFileForClosedWhoseDataDoNotEnd() throws IOException {
    byte[] whole = file(1, true);
    int end = indexOfRecord(whole, Opcode.DATA_END);
    int next = end + McapOutput.RECORD_HEADER_BYTES + Integer.BYTES;
    byte[] without = Arrays.copyOf(whole, whole.length - (next - end));
    System.arraycopy(whole, next, without, end, whole.length - next);

    assertFalse(read(without).closed());
    assertTrue(problems.get(0).endsWith("expected DATA_END before the footer, found none"));
  }

  @Test
  void tellsADamagedLengthFromACutFile() throws IOException {
    byte[] whole = file(3, true);
    whole[indexOfRecord(whole, Opcode.CHUNK) + 4] = 1;

    read(whole);

    assertEquals(List.of(), cuts);
    assertTrue(problems.get(0).endsWith("the file's end is there, so a length is damaged"));
  }

  @Test
  void refusesAFileThatIsNoMcap() {
    var thrown = assertThrows(FormatException.class, () -> read("not at all".getBytes(UTF_8)));

    assertEquals("expected an MCAP file, found another start of file", thrown.getMessage());
  }

  @Test
  void countsWhatIsSafeAfterEachFlush() throws IOException {
    MemoryFile file = new MemoryFile();
    try (McapWriter writer = start(file)) {
      long before = writer.writtenBytes();
      writer.message(new McapChannel(0, schema(), "/a", "cdr"), 0, new byte[] {1}, 1);
      assertEquals(before, file.bytes().length);
      writer.flush();

      assertEquals(writer.writtenBytes(), file.bytes().length);
      assertTrue(writer.writtenBytes() > before);
      assertEquals(0, writer.waitingBytes());
    }
  }

  @Test
  void writesNoEmptyChunk() throws IOException {
    MemoryFile file = new MemoryFile();
    try (McapWriter writer = start(file)) {
      writer.flush();
      long before = writer.writtenBytes();
      writer.flush();

      assertEquals(before, writer.writtenBytes());
    }
  }

  private boolean isFoundDamaged(byte[] bytes) throws IOException {
    try {
      McapScan scan = read(bytes);
      return !scan.closed() || !problems.isEmpty();
    } catch (FormatException e) {
      return true;
    }
  }

  private McapScan read(byte[] bytes) throws IOException {
    messages.clear();
    problems.clear();
    cuts.clear();
    channels.clear();
    return McapReader.read(new MemoryView(bytes, bytes.length), new Log());
  }

  /** Chunks of two messages each. */
  private static byte[] file(int chunks, boolean closed) throws IOException {
    MemoryFile file = new MemoryFile();
    try (McapWriter writer = start(file)) {
      McapChannel a = new McapChannel(0, schema(), "/a", "cdr");
      McapChannel b = new McapChannel(1, schema(), "/b", "cdr");
      for (int i = 0; i < chunks; i++) {
        writer.message(a, 10L * i, ("a" + i).getBytes(UTF_8), 2);
        writer.message(b, 10L * i + 5, ("b" + i).getBytes(UTF_8), 2);
        writer.flush();
      }
      if (closed) {
        writer.finish();
      }
    }
    return file.bytes();
  }

  private static McapWriter start(MemoryFile file) throws IOException {
    McapWriter writer = new McapWriter(file);
    writer.start("ros2", "test");
    writer.addChannel(writer.addSchema("pkg/msg/A", "ros2msg", "text of a"), "/a", "cdr");
    writer.addChannel(writer.addSchema("pkg/msg/B", "ros2msg", "text of b"), "/b", "cdr");
    return writer;
  }

  private static McapSchema schema() {
    return new McapSchema(1, "pkg/msg/A", "ros2msg", "");
  }

  private static int indexOfRecord(byte[] file, Opcode opcode) {
    int at = McapOutput.MAGIC.length;
    while (file[at] != opcode.code) {
      at += McapOutput.RECORD_HEADER_BYTES + file[at + 1] + (file[at + 2] & 0xff) * 256;
    }
    return at;
  }

  private final class Log implements McapVisitor {
    @Override
    public void onChannel(McapChannel channel) {
      channels.add(channel);
    }

    @Override
    public void onMessage(McapMessage message) {
      messages.add(
          message.channel().topic()
              + " "
              + message.sequence()
              + " at "
              + message.logTimeNanos()
              + ": "
              + new String(message.payload(), UTF_8));
    }

    @Override
    public void onProblem(String problem) {
      problems.add(problem);
    }

    @Override
    public void onCut(String description) {
      cuts.add(description);
    }
  }
}
