package dev.tandem.safety.watchdog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which start of the machine this is: CLOCK_MONOTONIC begins anew with each, so that a stamp of one
 * says nothing in another.
 */
final class Boot {
  private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int DIGITS = 16;
  private static final int HEXADECIMAL = 16;

  private Boot() {}

  /** The first 64 bits of the kernel's random number for it; random(4). */
  static long id() {
    try {
      String digits = Files.readString(ID).replace("-", "").substring(0, DIGITS);
      return Long.parseUnsignedLong(digits, HEXADECIMAL);
    } catch (IOException e) {
      throw new PageException(ID, e);
    }
  }
}
