package dev.tandem.simbridge.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A disk without room while somebody says so: it takes half of what it is given once, as a disk
 * does whose last blocks are being filled, and then nothing. One thread writes, any may switch.
 */
public final class FullDisk implements WritableByteChannel {
  private final WritableByteChannel inner;
  private volatile boolean full;
  private boolean tookTheLast;

  public FullDisk(WritableByteChannel inner) {
    this.inner = inner;
  }

  /** From the next write on. */
  public void set(boolean now) {
    full = now;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!full) {
      tookTheLast = false;
      return inner.write(source);
    }
    if (tookTheLast) {
      throw new IOException("No space left on device");
    }
    tookTheLast = true;
    ByteBuffer half = source.slice().limit(source.remaining() / 2);
    int taken = inner.write(half);
    source.position(source.position() + taken);
    return taken;
  }

  @Override
  public boolean isOpen() {
    return inner.isOpen();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
