package dev.tandem.runtime.signal;

import dev.tandem.runtime.time.HotPath;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The single-writer form of {@link Image}. */
public final class MutableImage implements Image {
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final ImageSpec spec;
  private final byte[] pixels;
  private long stampNanos = -1;

  public MutableImage(ImageSpec spec) {
    this.spec = spec;
    this.pixels = new byte[spec.bytes()];
  }

  @Override
  public ImageSpec spec() {
    return spec;
  }

  @Override
  public long stampNanos() {
    return stampNanos;
  }

  @Override
  @HotPath
  public int get(int index) {
    return pixels[index] & 0xff;
  }

  @Override
  @HotPath
  public float value(int index) {
    return spec.values() == ImageSpec.Values.UINT8
        ? get(index)
        : (float) FLOATS.get(pixels, index * Float.BYTES);
  }

  @Override
  @HotPath
  public void copyTo(byte[] destination, int offset) {
    System.arraycopy(pixels, 0, destination, offset, pixels.length);
  }

  /** Takes the frame of another image of the same shape, and its stamp. */
  @HotPath
  public void copyFrom(Image source) {
    source.copyTo(pixels, 0);
    stampNanos = source.stampNanos();
  }

  /** Takes a whole frame from {@code source[offset ..]}. */
  @HotPath
  public void set(long stampNanos, byte[] source, int offset) {
    System.arraycopy(source, offset, pixels, 0, pixels.length);
    this.stampNanos = stampNanos;
  }
}
