package dev.tandem.safety.watchdog;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * What a watchdog's file says at one moment, for people.
 *
 * @param drivesPermitted whether the drives may run now, and not only until they are stopped
 * @param cause why they may not; {@link TripCause#NONE} when armed
 * @param causeNanos CLOCK_MONOTONIC at which that began; 0 when it was so from the start
 * @param stops since the watchdog was started
 * @param stopFailures how often the stop command failed since then
 * @param longestPauseNanos from one look of the watchdog to the next
 * @param silentNanos since the watchdog looked last
 * @param reason that a person gave when it was last armed; empty where it never was
 */
public record WatchdogStatus(
    boolean drivesPermitted,
    TripCause cause,
    long causeNanos,
    long stops,
    long stopFailures,
    long longestPauseNanos,
    long silentNanos,
    String reason) {
  /** Reads the file; the words are not all of the same look. */
  public static WatchdogStatus of(SharedPage page, long nowNanos) {
    TripCause cause = TripCause.of(page.get(Word.CAUSE));
    long limitNanos = page.get(Word.WATCHDOG_SILENT_NANOS);
    long silentNanos = silentNanos(nowNanos - page.get(Word.WATCHDOG_STAMP_NANOS), limitNanos);
    return new WatchdogStatus(
        cause == TripCause.NONE
            && silentNanos < limitNanos
            && new DrivePermit(page).isGranted(nowNanos),
        cause,
        page.get(Word.CAUSE_STAMP_NANOS),
        page.get(Word.STOPS),
        page.get(Word.STOP_FAILURES),
        page.get(Word.LONGEST_PAUSE_NANOS),
        silentNanos,
        reason(page, Word.GRANTED_LENGTH, Word.GRANTED_REASON));
  }

  /** A look in the future was none: its clock was another. */
  private static long silentNanos(long sinceLookNanos, long limitNanos) {
    return sinceLookNanos > -limitNanos ? sinceLookNanos : Long.MAX_VALUE;
  }

  /** A person's, at one word, with its length in another. */
  static String reason(SharedPage page, long lengthAt, long at) {
    long length = Math.clamp(page.get(lengthAt), 0, Word.MAX_REASON_BYTES);
    byte[] utf8 = page.bytes(at, length).toArray(ValueLayout.JAVA_BYTE);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** One line for people. */
  public String sentence() {
    String failed =
        stopFailures == 0
            ? ""
            : "; the stop command failed %d times since the start".formatted(stopFailures);
    return permission() + failed;
  }

  private String permission() {
    if (drivesPermitted) {
      return "the drives may run: " + reason;
    }
    return cause == TripCause.NONE
        ? "the drives are stopped: the watchdog itself fell silent"
        : "the drives are stopped: " + cause.words();
  }

  /** Whether a watchdog is at work on the file. */
  public boolean isWatched(WatchdogLimits limits) {
    return silentNanos < limits.watchdogSilentNanos();
  }
}
