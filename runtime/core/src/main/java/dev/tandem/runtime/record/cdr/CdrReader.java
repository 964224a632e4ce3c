package dev.tandem.runtime.record.cdr;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.util.ArrayList;
import java.util.List;

/** Reads one message field by field, in the order in which {@link CdrWriter} wrote it. */
public final class CdrReader {
  private final LittleEndianInput in;

  public CdrReader(byte[] message) throws FormatException {
    in = new LittleEndianInput(message);
    int header = in.getInt();
    if (header != CdrWriter.LITTLE_ENDIAN_HEADER) {
      throw new FormatException(
          "message header: expected little-endian CDR 0x100, found 0x"
              + Integer.toHexString(header));
    }
  }

  /** False at the end of the message, where earlier versions had fewer fields. */
  public boolean hasMore() {
    return in.remaining() > 0;
  }

  public boolean bool() throws FormatException {
    return uint8() != 0;
  }

  public int uint8() throws FormatException {
    return in.getByte();
  }

  public int int32() throws FormatException {
    align(Integer.BYTES);
    return in.getInt();
  }

  public long int64() throws FormatException {
    align(Long.BYTES);
    return in.getLong();
  }

  public double float64() throws FormatException {
    align(Double.BYTES);
    return in.getDouble();
  }

  public String string() throws FormatException {
    int length = int32();
    if (length < 1) {
      throw new FormatException("string: expected its closing zero, found length " + length);
    }
    String text = in.getText(length - 1);
    in.skip(1);
    return text;
  }

  public List<String> strings() throws FormatException {
    int count = length(Integer.BYTES);
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(string());
    }
    return values;
  }

  public double[] float64s() throws FormatException {
    double[] values = new double[length(Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = float64();
    }
    return values;
  }

  public long[] int64s() throws FormatException {
    long[] values = new long[length(Long.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = int64();
    }
    return values;
  }

  public float[] float32s() throws FormatException {
    float[] values = new float[length(Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getFloat();
    }
    return values;
  }

  public byte[] uint8s() throws FormatException {
    return in.getBytes(length(Byte.BYTES));
  }

  /** The length of a sequence whose elements take at least {@code elementBytes} each. */
  public int length(int elementBytes) throws FormatException {
    int count = int32();
    if (count < 0 || (long) count * elementBytes > in.remaining()) {
      throw new FormatException(
          "sequence: " + count + " elements do not fit into " + in.remaining() + " bytes");
    }
    return count;
  }

  private void align(int bytes) throws FormatException {
    int beyond = (in.position() - CdrWriter.HEADER_BYTES) % bytes;
    in.skip(beyond == 0 ? 0 : bytes - beyond);
  }
}
