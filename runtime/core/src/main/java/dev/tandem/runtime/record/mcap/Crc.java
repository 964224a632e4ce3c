package dev.tandem.runtime.record.mcap;

import java.util.HexFormat;

/** How a wrong checksum is reported. */
final class Crc {
  private Crc() {}

  static String mismatch(int expected, int found) {
    HexFormat hex = HexFormat.of();
    return "CRC mismatch, expected "
        + hex.toHexDigits(expected)
        + ", found "
        + hex.toHexDigits(found);
  }
}
