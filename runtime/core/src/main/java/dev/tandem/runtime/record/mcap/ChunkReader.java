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
    boolean differs = found != UNKNOWN_SIZE && found != size;
    if (differs || size < 0 || size > MAX_BYTES) {
      throw new FormatException(
          "uncompressed size: expected " + Long.toUnsignedString(size) + ", found " + found);
    }
    int length = (int) size;
    unpacked =
        unpacked.length < length ? new byte[Math.max(length, 2 * unpacked.length)] : unpacked;
    if (compression.isEmpty()) {
      System.arraycopy(body, at, unpacked, 0, length);
    } else {
      decompress(body, at, bytes, length);
    }
    return length;
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
