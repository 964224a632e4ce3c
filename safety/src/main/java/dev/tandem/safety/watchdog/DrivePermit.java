package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * Until when the drives may run: a lease that the watchdog renews at every look, so that the drives
 * stop as well when the watchdog dies. A drive asks before it applies power.
 *
 * <p>One word: the upper 48 bits are microseconds of CLOCK_MONOTONIC, the lower 16 a check over
 * them; a damaged word permits nothing. Nor does one for longer than a lease lasts, as it is found
 * where the clock began anew since it was written.
 */
public final class DrivePermit {
  private static final long NANOS_PER_MICRO = 1000;
  private static final int CHECK_BITS = 16;
  private static final long CHECK_MASK = (1L << CHECK_BITS) - 1;

  private final SharedPage page;

  public DrivePermit(SharedPage page) {
    this.page = page;
  }

  /**
   * True when power may be applied now.
   *
   * @param nowNanos CLOCK_MONOTONIC
   */
  @HotPath
  public boolean isGranted(long nowNanos) {
    long word = page.get(Word.PERMIT);
    long untilMicros = word >>> CHECK_BITS;
    long leftNanos = untilMicros * NANOS_PER_MICRO - nowNanos;
    return (word & CHECK_MASK) == check(untilMicros) && leftNanos > 0 && leftNanos <= mostNanos();
  }

  /**
   * A lease, and for whoever read the clock before it was renewed: by then a runtime is silent that
   * was held up for longer.
   */
  @HotPath
  private long mostNanos() {
    return page.get(Word.PERMIT_NANOS) + page.get(Word.RUNTIME_SILENT_NANOS);
  }

  /** The watchdog's part: lets the drives run until {@code untilNanos}, rounded down to 1 us. */
  @HotPath
  void grant(long untilNanos) {
    long untilMicros = untilNanos / NANOS_PER_MICRO;
    page.set(Word.PERMIT, untilMicros << CHECK_BITS | check(untilMicros));
  }

  /** The watchdog's part: the drives stop at once. */
  @HotPath
  void withdraw() {
    page.set(Word.PERMIT, 0);
  }

  @HotPath
  private static long check(long untilMicros) {
    return Answer.of(Answer.BY_PERMIT, 0, 0, untilMicros) & CHECK_MASK;
  }
}
