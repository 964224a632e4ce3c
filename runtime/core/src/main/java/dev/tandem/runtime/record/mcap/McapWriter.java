package dev.tandem.runtime.record.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;

/**
 * Appends to an MCAP file. {@link #flush} makes a chunk of the messages since the last one and
 * hands it to the operating system in one piece: from then on it survives the end of this process.
 * A file that was never closed lacks its summary and nothing else. One thread.
 *
 * <p>What a failed write did not hand over stays here, and the next {@link #flush} goes on with the
 * first byte that the file did not take.
 */
public final class McapWriter implements AutoCloseable {
  private final WritableByteChannel file;
  private final McapOutput out = new McapOutput(1 << 16);
  private final ChunkWriter chunk = new ChunkWriter();
  private final Summary summary = new Summary();
  private final CRC32 fileCrc = new CRC32();
  private int schemas;
  private long writtenBytes;
  private int takenBytes;

  /**
   * @param file empty, open for writing; closed with this writer
   */
  public McapWriter(WritableByteChannel file) {
    this.file = file;
  }

  /**
   * Puts the header down; comes first. It goes out with the schemas, the channels and the first
   * messages in one piece, by the first {@link #flush}.
   *
   * @param profile for example {@code ros2}
   * @param library who writes
   */
  public void start(String profile, String library) {
    out.bytes.putBytes(McapOutput.MAGIC);
    int at = out.begin(Opcode.HEADER);
    out.string(profile);
    out.string(library);
    out.end(at);
  }

  public McapSchema addSchema(String name, String encoding, String text) {
    schemas++;
    McapSchema schema = new McapSchema(schemas, name, encoding, text);
    summary.schema(schema);
    out.schema(schema);
    return schema;
  }

  public McapChannel addChannel(McapSchema schema, String topic, String messageEncoding) {
    McapChannel channel = new McapChannel(chunk.channels().size(), schema, topic, messageEncoding);
    chunk.addChannel(channel);
    summary.channel(channel);
    out.channel(channel);
    return channel;
  }

  /** Copies {@code payload[0 .. length - 1]} into the open chunk; writes nothing yet. */
  public void message(McapChannel channel, long logTimeNanos, byte[] payload, int length) {
    chunk.message(channel, logTimeNanos, payload, length);
  }

  /** Writes what was added since the last one, if there is anything, in one piece. */
  public void flush() throws IOException {
    if (!chunk.isEmpty()) {
      chunk.moveTo(out, writtenBytes + out.bytes.size(), summary);
    }
    write();
  }

  /** What waits for the next {@link #flush}: messages, and what a failed one left. */
  public int waitingBytes() {
    return chunk.uncompressedBytes() + out.bytes.size() - takenBytes;
  }

  /** Bytes at the start of the file that the operating system has. */
  public long writtenBytes() {
    return writtenBytes;
  }

  /** Writes what is open, then summary, footer and magic; after this the file is complete. */
  public void finish() throws IOException {
    flush();
    int at = out.begin(Opcode.DATA_END);
    out.bytes.putInt((int) fileCrc.getValue());
    out.end(at);
    write();
    summary.moveTo(out, writtenBytes, chunk.channels());
    out.bytes.putBytes(McapOutput.MAGIC);
    write();
  }

  /** Closes the file as it is; without {@link #finish} it stays without summary. */
  @Override
  public void close() throws IOException {
    chunk.close();
    file.close();
  }

  private void write() throws IOException {
    ByteBuffer view = out.bytes.view();
    view.position(takenBytes);
    while (view.hasRemaining()) {
      takenBytes += file.write(view);
    }
    fileCrc.update(out.bytes.array(), 0, out.bytes.size());
    writtenBytes += out.bytes.size();
    out.bytes.clear();
    takenBytes = 0;
  }
}
