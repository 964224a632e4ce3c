package dev.tandem.runtime.record.mcap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A disk in memory that is full after so many bytes, in the middle of a write if need be. */
public final class MemoryFile implements WritableByteChannel {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int capacityBytes;
  private boolean open = true;

  public MemoryFile() {
    this(Integer.MAX_VALUE);
  }

  public MemoryFile(int capacityBytes) {
    this.capacityBytes = capacityBytes;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int room = Math.min(source.remaining(), capacityBytes - written.size());
    if (room == 0 && source.hasRemaining()) {
      throw new IOException("No space left on device");
    }
    byte[] taken = new byte[room];
    source.get(taken);
    written.writeBytes(taken);
    return room;
  }

  /** Somebody made room. */
  public void grow(int bytes) {
    capacityBytes += bytes;
  }

  public byte[] bytes() {
    return written.toByteArray();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
