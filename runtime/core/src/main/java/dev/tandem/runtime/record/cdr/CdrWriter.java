package dev.tandem.runtime.record.cdr;

import dev.tandem.runtime.record.bytes.LittleEndianOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes one message after the other into a reused buffer. A primitive of n bytes stands at a
 * multiple of n, counted from the end of the 4-byte header; sequences carry their length first.
 */
public final class CdrWriter {
  static final int HEADER_BYTES = 4;
  static final int LITTLE_ENDIAN_HEADER = 0x0000_0100;

  private final LittleEndianOutput out = new LittleEndianOutput(1024);

  /** Starts a message; what was in the buffer is gone. */
  public CdrWriter begin() {
    out.clear();
    out.putInt(LITTLE_ENDIAN_HEADER);
    return this;
  }

  public CdrWriter bool(boolean value) {
    out.putByte(value ? 1 : 0);
    return this;
  }

  public CdrWriter uint8(int value) {
    out.putByte(value);
    return this;
  }

  public CdrWriter int32(int value) {
    align(Integer.BYTES);
    out.putInt(value);
    return this;
  }

  public CdrWriter int64(long value) {
    align(Long.BYTES);
    out.putLong(value);
    return this;
  }

  public CdrWriter float64(double value) {
    align(Double.BYTES);
    out.putDouble(value);
    return this;
  }

  public CdrWriter string(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    int32(text.length + 1);
    out.putBytes(text);
    out.putByte(0);
    return this;
  }

  public CdrWriter strings(List<String> values) {
    int32(values.size());
    values.forEach(this::string);
    return this;
  }

  /** The sequence {@code values[offset .. offset + length - 1]}. */
  public CdrWriter float64s(double[] values, int offset, int length) {
    int32(length);
    for (int i = 0; i < length; i++) {
      float64(values[offset + i]);
    }
    return this;
  }

  public CdrWriter float64s(double[] values) {
    return float64s(values, 0, values.length);
  }

  public CdrWriter int64s(long[] values) {
    int32(values.length);
    for (long value : values) {
      int64(value);
    }
    return this;
  }

  public CdrWriter float32s(float[] values) {
    int32(values.length);
    for (float value : values) {
      out.putFloat(value);
    }
    return this;
  }

  /** The sequence {@code values[0 .. length - 1]}. */
  public CdrWriter uint8s(byte[] values, int length) {
    int32(length);
    out.putBytes(values, 0, length);
    return this;
  }

  /** The message so far, header included, filled up to {@link #size()}. */
  public byte[] array() {
    return out.array();
  }

  public int size() {
    return out.size();
  }

  private void align(int bytes) {
    while ((out.size() - HEADER_BYTES) % bytes != 0) {
      out.putByte(0);
    }
  }
}
