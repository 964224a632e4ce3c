package dev.tandem.runtime.record.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.bytes.LittleEndianInput;
import java.util.zip.CRC32;

/** Unpacks chunks and checks them against their sizes and their CRC. */
final class ChunkReader {
  private static final long UNKNOWN_SIZE = -1;
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  /** A zstd block takes 4 bytes or more and holds 128 KiB or less (RFC 8878, 3.1.1.2). */
  private static final long MAX_BYTES_PER_PACKED_BYTE = (128 << 10) / 4;

  private byte[] unpacked = {};

  /** The records of a chunk, valid until the next call. */
  LittleEndianInput unpack(byte[] body, int bodyBytes) throws FormatException {
    LittleEndianInput in = new LittleEndianInput(body, 0, bodyBytes);
    in.skip(2 * Long.BYTES);
    long size = in.getLong();
    int expectedCrc = in.getInt();
    String compression = in.getText(in.getUnsignedInt());
    long packedBytes = in.getLong();
    int packedAt = in.position();
    in.skip(packedBytes);
    if (in.remaining() > 0) {
      throw new FormatException("expected the chunk to end, found " + in.remaining() + " bytes");
    }
    int length = unpack(compression, size, body, packedAt, (int) packedBytes);
    check(expectedCrc, length);
    return new LittleEndianInput(unpacked, 0, length);
  }

  private int unpack(String compression, long size, byte[] body, int at, int bytes)
      throws FormatException {
    long found =
        switch (compression) {
          case "" -> bytes;
          case ChunkWriter.COMPRESSION -> Zstd.getFrameContentSize(body, at, bytes);
          default -> throw new FormatException("no reader for compression '" + compression + "'");
        };
    int length = possible(size, found, bytes);
    unpacked = unpacked.length < length ? new byte[length] : unpacked;
    if (compression.isEmpty()) {
      System.arraycopy(body, at, unpacked, 0, length);
    } else {
      decompress(body, at, bytes, length);
    }
    return length;
  }

  private static int possible(long size, long found, int packedBytes) throws FormatException {
    long most = Math.min(MAX_BYTES, packedBytes * MAX_BYTES_PER_PACKED_BYTE);
    boolean differs = found != UNKNOWN_SIZE && found != size;
    if (differs || size < 0 || size > most) {
      String what = found == UNKNOWN_SIZE ? "at most " + most : String.valueOf(found);
      throw new FormatException(
          "uncompressed size: expected " + Long.toUnsignedString(size) + ", found " + what);
    }
    return (int) size;
  }

  private void decompress(byte[] body, int at, int bytes, int length) throws FormatException {
    try {
      long found = Zstd.decompressByteArray(unpacked, 0, length, body, at, bytes);
      if (Zstd.isError(found) || found != length) {
        throw new FormatException("zstd: expected " + length + " bytes, found " + found);
      }
    } catch (ZstdException e) {
      throw new FormatException("zstd: " + e.getMessage());
    }
  }

  private void check(int expected, int length) throws FormatException {
    CRC32 crc = new CRC32();
    crc.update(unpacked, 0, length);
    int found = (int) crc.getValue();
    if (expected != 0 && found != expected) {
      throw new FormatException(Crc.mismatch(expected, found));
    }
  }
}
