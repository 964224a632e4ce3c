package dev.tandem.runtime.record.mcap;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The first bytes of an array as a file to read. */
public final class MemoryView implements SeekableByteChannel {
  private final ByteBuffer bytes;

  public MemoryView(byte[] bytes, int size) {
    this.bytes = ByteBuffer.wrap(bytes, 0, size);
  }

  @Override
  public int read(ByteBuffer destination) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(bytes.remaining(), destination.remaining());
    destination.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("to be read only");
  }

  @Override
  public long position() {
    return bytes.position();
  }

  @Override
  public SeekableByteChannel position(long position) {
    bytes.position((int) position);
    return this;
  }

  @Override
  public long size() {
    return bytes.limit();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("to be read only");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
