package dev.tandem.runtime.record.mcap;

import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Cuts a file into records and sums their bytes up. */
final class RecordReader {
  private final DataInputStream in;
  private final long fileBytes;
  private final CRC32 crc = new CRC32();
  private final byte[] header = new byte[McapOutput.RECORD_HEADER_BYTES];
  private byte[] body = {};
  private int bodyBytes;
  private long offset;
  private long position;

  RecordReader(InputStream in, long fileBytes) {
    this.in = new DataInputStream(in);
    this.fileBytes = fileBytes;
  }

  /** True when the next bytes are the magic, or as much of it as there is of the file. */
  boolean readMagic() throws IOException {
    byte[] found = new byte[(int) Math.min(McapOutput.MAGIC.length, left())];
    in.readFully(found);
    boolean whole = found.length == McapOutput.MAGIC.length;
    for (int i = 0; i < found.length; i++) {
      if (found[i] != McapOutput.MAGIC[i]) {
        return false;
      }
    }
    crc.update(found);
    position += whole ? found.length : 0;
    return true;
  }

  /** Reads one record; false, with nothing passed, when not all of it is there. */
  boolean next() throws IOException {
    offset = position;
    if (left() < header.length) {
      return false;
    }
    in.readFully(header);
    long length = length();
    if (length < 0 || length > left() - header.length || length > Integer.MAX_VALUE - 8) {
      return false;
    }
    bodyBytes = (int) length;
    body = body.length < bodyBytes ? new byte[bodyBytes] : body;
    in.readFully(body, 0, bodyBytes);
    position += header.length + length;
    return true;
  }

  /** Adds the record to the sum, or as much of its body as {@code upTo} says. */
  void sum(int upTo) {
    crc.update(header);
    crc.update(body, 0, Math.min(upTo, bodyBytes));
  }

  int sum() {
    return (int) crc.getValue();
  }

  void restartSum() {
    crc.reset();
  }

  Opcode opcode() {
    return Opcode.of(header[0]);
  }

  byte[] bodyArray() {
    return body;
  }

  int bodyBytes() {
    return bodyBytes;
  }

  LittleEndianInput body() {
    return new LittleEndianInput(body, 0, bodyBytes);
  }

  /** Where the last record starts, or where the one starts that is cut off. */
  long offset() {
    return offset;
  }

  /** Behind the last whole record. */
  long position() {
    return position;
  }

  long left() {
    return fileBytes - position;
  }

  /** Why {@link #next} found no whole record although the file goes on. */
  String describeCut() {
    String place = "offset " + offset + ": ";
    if (left() < header.length) {
      return place + "truncated record, " + left() + " bytes are left of it";
    }
    return place
        + "truncated "
        + opcode()
        + ", expected "
        + Long.toUnsignedString(length())
        + " bytes, found "
        + (left() - header.length);
  }

  private long length() {
    return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong(1);
  }
}
