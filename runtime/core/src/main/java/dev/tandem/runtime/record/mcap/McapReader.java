package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file from front to back, whole or cut off anywhere, and checks every checksum on the way.
 * A broken chunk is reported and passed over; what is behind a broken length cannot be found.
 */
public final class McapReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final McapVisitor visitor;
  private final RecordReader records;
  private final ChannelTable channels;
  private final ChunkReader chunks = new ChunkReader();
  private final MessageIndexCheck indexes = new MessageIndexCheck();
  private long messages;
  private boolean dataEnded;

  private McapReader(RecordReader records, McapVisitor visitor) {
    this.records = records;
    this.visitor = visitor;
    this.channels = new ChannelTable(visitor);
  }

  /** Throws {@link FormatException} when the file is no MCAP file at all. */
  public static McapScan read(Path path, McapVisitor visitor) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      return read(file, visitor);
    }
  }

  /** The same from any channel, up to the size that it has now. */
  public static McapScan read(SeekableByteChannel file, McapVisitor visitor) throws IOException {
    long fileBytes = file.size();
    boolean endsWithMagic = endsWithMagic(file);
    InputStream in = new BufferedInputStream(Channels.newInputStream(file), BUFFER_BYTES);
    RecordReader records = new RecordReader(in, fileBytes);
    return new McapReader(records, visitor).read(fileBytes, endsWithMagic);
  }

  private static boolean endsWithMagic(SeekableByteChannel file) throws IOException {
    file.position(Math.max(0, file.size() - McapOutput.MAGIC.length));
    byte[] end = Channels.newInputStream(file).readNBytes(McapOutput.MAGIC.length);
    file.position(0);
    return Arrays.equals(end, McapOutput.MAGIC);
  }

  private McapScan read(long fileBytes, boolean endsWithMagic) throws IOException {
    if (!records.readMagic()) {
      throw new FormatException("expected an MCAP file, found another start of file");
    }
    boolean closed = false;
    boolean started = false;
    while (!closed && records.next()) {
      started = true;
      closed = records.opcode() == Opcode.FOOTER;
      acceptReporting();
    }
    if (closed) {
      closed = readEnd();
    } else if (records.left() > 0 && endsWithMagic) {
      visitor.onProblem(
          records.describeCut() + "; the file's end is there, so a length is damaged");
    } else if (records.left() > 0) {
      visitor.onCut(records.describeCut());
    } else if (!started) {
      visitor.onCut("offset " + fileBytes + ": truncated before the first record");
    }
    return new McapScan(fileBytes, records.position(), closed && dataEnded);
  }

  private boolean readEnd() throws IOException {
    long left = records.left();
    if (left == 0) {
      return false;
    }
    String found = "expected the closing magic, found " + left + " bytes";
    if (!records.readMagic() || left > McapOutput.MAGIC.length) {
      visitor.onProblem("offset " + records.position() + ": " + found);
      return false;
    }
    if (left < McapOutput.MAGIC.length) {
      visitor.onCut("offset " + records.position() + ": " + found);
      return false;
    }
    return true;
  }

  private void acceptReporting() {
    try {
      accept();
    } catch (FormatException e) {
      visitor.onProblem(at() + e.getMessage());
    }
  }

  private void accept() throws FormatException {
    Opcode opcode = records.opcode();
    if (opcode == Opcode.DATA_END) {
      dataEnd();
      return;
    }
    records.sum(opcode == Opcode.FOOTER ? 2 * Long.BYTES : Integer.MAX_VALUE);
    switch (opcode) {
      case SCHEMA -> channels.schema(records.body());
      case CHANNEL -> channels.channel(records.body());
      case MESSAGE -> message(records.body(), records.bodyBytes(), records.offset());
      case CHUNK -> chunk();
      case MESSAGE_INDEX -> indexes.check(records.body());
      case STATISTICS -> statistics(records.body());
      case FOOTER -> footer(records.body());
      case UNKNOWN -> throw new FormatException("expected a record, found an unknown opcode");
      default -> {}
    }
  }

  private void chunk() throws FormatException {
    indexes.startChunk(false);
    LittleEndianInput in = chunks.unpack(records.bodyArray(), records.bodyBytes());
    indexes.startChunk(true);
    while (in.remaining() > 0) {
      long offset = in.position();
      Opcode opcode = Opcode.of(in.getByte());
      long length = in.getLong();
      LittleEndianInput body = in.slice(length);
      switch (opcode) {
        case SCHEMA -> channels.schema(body);
        case CHANNEL -> channels.channel(body);
        case MESSAGE -> message(body, length, offset);
        default -> throw new FormatException("expected no " + opcode + " within a chunk");
      }
    }
  }

  private void message(LittleEndianInput in, long bytes, long offset) throws FormatException {
    int channelId = in.getShort();
    long sequence = in.getUnsignedInt();
    long logTimeNanos = in.getLong();
    in.skip(Long.BYTES);
    byte[] payload = in.getBytes(bytes - in.position());
    indexes.add(channelId, logTimeNanos, offset);
    messages++;
    visitor.onMessage(
        new McapMessage(
            channels.get(channelId), sequence, logTimeNanos, payload, records.offset()));
  }

  private void dataEnd() throws FormatException {
    dataEnded = true;
    int found = records.sum();
    records.restartSum();
    expectCrc(records.body().getInt(), found);
  }

  private void statistics(LittleEndianInput in) throws FormatException {
    long expected = in.getLong();
    if (expected != messages) {
      throw new FormatException("expected " + expected + " messages, found " + messages);
    }
  }

  private void footer(LittleEndianInput in) throws FormatException {
    if (!dataEnded) {
      throw new FormatException("expected DATA_END before the footer, found none");
    }
    in.skip(2 * Long.BYTES);
    expectCrc(in.getInt(), records.sum());
  }

  private static void expectCrc(int expected, int found) throws FormatException {
    if (expected != 0 && expected != found) {
      throw new FormatException(Crc.mismatch(expected, found));
    }
  }

  private String at() {
    return "offset " + records.offset() + ", " + records.opcode() + ": ";
  }
}
