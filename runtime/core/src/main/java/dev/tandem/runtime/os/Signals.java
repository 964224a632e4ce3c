package dev.tandem.runtime.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Which signals never reach this process: whoever started it may have had them ignored, as a shell
 * does with SIGINT for what a script starts with {@code &}, and the virtual machine leaves it so.
 */
public final class Signals {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final int SIGINT = 2;
  private static final int HEXADECIMAL = 16;

  private Signals() {}

  /** Whether Ctrl-C, or {@code kill -INT}, does nothing here; false where that cannot be known. */
  public static boolean isInterruptIgnored() {
    try {
      return isInterruptIgnored(Files.readString(STATUS));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The same by a text.
   *
   * @param status as proc_pid_status(5) has it
   */
  static boolean isInterruptIgnored(String status) {
    return Stream.of(status.split("\n", -1))
        .filter(line -> line.startsWith(IGNORED))
        .mapToLong(line -> mask(line.substring(IGNORED.length()).strip()))
        .anyMatch(mask -> (mask & (1L << (SIGINT - 1))) != 0);
  }

  private static long mask(String digits) {
    return Long.parseUnsignedLong(digits, HEXADECIMAL);
  }
}
