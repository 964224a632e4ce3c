package dev.tandem.safety.watchdog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of {@link SharedPage}: what it is, the limits that both sides keep, and from
 * which start of the machine its stamps are.
 */
final class PageHeader {
  static final int VERSION = 3;
  static final int BYTES = 64;

  private static final long MAGIC = 0x4457_4D45_444E_4154L; // TANDEMWD

  private PageHeader() {}

  static byte[] of(WatchdogLimits limits, long boot) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong((int) Word.MAGIC, MAGIC);
    bytes.putInt((int) Word.VERSION, VERSION).putInt((int) Word.SIZE, SharedPage.BYTES);
    bytes.putLong((int) Word.RUNTIME_SILENT_NANOS, limits.runtimeSilentNanos());
    bytes.putLong((int) Word.WATCHDOG_SILENT_NANOS, limits.watchdogSilentNanos());
    bytes.putLong((int) Word.LOOK_NANOS, limits.lookNanos());
    bytes.putLong((int) Word.PERMIT_NANOS, limits.permitNanos());
    bytes.putLong((int) Word.BOOT, boot);
    bytes.putLong((int) Word.HEADER_CRC, crc(bytes.array()));
    return bytes.array();
  }

  /** What is found instead of a header; empty when it is one. */
  static String problem(byte[] header) {
    ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getLong((int) Word.MAGIC) != MAGIC) {
      return "something else";
    }
    if (bytes.getInt((int) Word.VERSION) != VERSION) {
      return "version " + bytes.getInt((int) Word.VERSION);
    }
    return bytes.getLong((int) Word.HEADER_CRC) == crc(header) ? "" : "a damaged header";
  }

  private static long crc(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, (int) Word.HEADER_CRC);
    return crc.getValue();
  }
}
