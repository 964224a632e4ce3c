package dev.tandem.runtime.record.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads a range of an array; a read beyond its end says how much was expected and found. */
public final class LittleEndianInput {
  private final ByteBuffer buffer;
  private final int origin;

  public LittleEndianInput(byte[] source, int offset, int length) {
    buffer = ByteBuffer.wrap(source, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    origin = offset;
  }

  public LittleEndianInput(byte[] source) {
    this(source, 0, source.length);
  }

  /** Bytes read since the start of the range. */
  public int position() {
    return buffer.position() - origin;
  }

  public int remaining() {
    return buffer.remaining();
  }

  public int getByte() throws FormatException {
    return have(Byte.BYTES).get() & 0xff;
  }

  public int getShort() throws FormatException {
    return have(Short.BYTES).getShort() & 0xffff;
  }

  public int getInt() throws FormatException {
    return have(Integer.BYTES).getInt();
  }

  public long getUnsignedInt() throws FormatException {
    return Integer.toUnsignedLong(getInt());
  }

  public long getLong() throws FormatException {
    return have(Long.BYTES).getLong();
  }

  public float getFloat() throws FormatException {
    return have(Float.BYTES).getFloat();
  }

  public double getDouble() throws FormatException {
    return have(Double.BYTES).getDouble();
  }

  public byte[] getBytes(long length) throws FormatException {
    byte[] bytes = new byte[checked(length)];
    buffer.get(bytes);
    return bytes;
  }

  public String getText(long length) throws FormatException {
    return new String(getBytes(length), StandardCharsets.UTF_8);
  }

  /** A reader of the next {@code length} bytes, which this one has then passed. */
  public LittleEndianInput slice(long length) throws FormatException {
    int size = checked(length);
    LittleEndianInput slice = new LittleEndianInput(buffer.array(), buffer.position(), size);
    skip(size);
    return slice;
  }

  public void skip(long length) throws FormatException {
    buffer.position(buffer.position() + checked(length));
  }

  private ByteBuffer have(int bytes) throws FormatException {
    checked(bytes);
    return buffer;
  }

  private int checked(long length) throws FormatException {
    if (length < 0 || length > buffer.remaining()) {
      throw new FormatException(
          "byte "
              + position()
              + ": expected "
              + Long.toUnsignedString(length)
              + " more, found "
              + buffer.remaining());
    }
    return (int) length;
  }
}
