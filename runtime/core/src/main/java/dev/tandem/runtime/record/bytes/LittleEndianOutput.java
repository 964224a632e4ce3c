package dev.tandem.runtime.record.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A reusable buffer that grows by doubling and never shrinks. One thread. */
public final class LittleEndianOutput {
  private ByteBuffer buffer;

  public LittleEndianOutput(int capacityBytes) {
    buffer = ByteBuffer.allocate(capacityBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Forgets the contents, keeps the memory. */
  public void clear() {
    buffer.clear();
  }

  public int size() {
    return buffer.position();
  }

  /** The backing array, filled up to {@link #size()}; replaced when the buffer grows. */
  public byte[] array() {
    return buffer.array();
  }

  public void putByte(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  public void putShort(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  public void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  public void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void putFloat(float value) {
    room(Float.BYTES).putFloat(value);
  }

  public void putDouble(double value) {
    room(Double.BYTES).putDouble(value);
  }

  public void putBytes(byte[] source, int offset, int length) {
    room(length).put(source, offset, length);
  }

  public void putBytes(byte[] source) {
    putBytes(source, 0, source.length);
  }

  /** Replaces four bytes at {@code position}; for lengths that are known afterwards. */
  public void setInt(int position, int value) {
    buffer.putInt(position, value);
  }

  /** Replaces eight bytes at {@code position}; for lengths that are known afterwards. */
  public void setLong(int position, long value) {
    buffer.putLong(position, value);
  }

  /** Makes room for {@code length} bytes that somebody else writes into {@link #array()}. */
  public void reserve(int length) {
    room(length);
  }

  /** Counts {@code length} bytes in that somebody else has written at {@link #size()}. */
  public void advance(int length) {
    buffer.position(buffer.position() + length);
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(buffer.array(), size());
  }

  /** What is in it, to be read; valid until the next change. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(buffer.array(), 0, size());
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int needed = Math.addExact(buffer.position(), bytes);
      int doubled = Math.max(needed, (int) Math.min(2L * buffer.capacity(), Integer.MAX_VALUE - 8));
      ByteBuffer larger = ByteBuffer.allocate(doubled).order(ByteOrder.LITTLE_ENDIAN);
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }
}
