package dev.tandem.policies.jvm;

/**
 * How long threads look for work before they park. Looking spares the few microseconds of waking
 * up, as long as every thread has a core. Where others want the cores, who looks uses up time that
 * is then missing in the middle of a task, for which all others wait: threads park at once.
 *
 * <p>A thread that does not get its core is told by the wait for it: longer than the caller's own
 * work in the phase, of which it did as much or more, and longer than any wake-up. It happens now
 * and then on a quiet machine; twice within {@value #HELD_UP} phases it is crowded.
 */
final class Patience {
  /** Looks of a quiet machine, some twenty microseconds. */
  static final int LOOKS = 2000;

  /** More than a wait for others on cores of their own. */
  static final long HELD_UP_NANOS = 1_000_000;

  /** What a phase that was held up counts; every phase takes off one. */
  static final int HELD_UP = 100;

  private static final int MOST = 4 * HELD_UP;

  private int heldUp;
  private volatile int looks = LOOKS;

  /** Before a thread parks. Any thread. */
  int looks() {
    return looks;
  }

  /**
   * After every phase, the caller's thread.
   *
   * @param workNanos of the caller in the phase
   * @param waitNanos of the caller for the others after that
   */
  void phase(long workNanos, long waitNanos) {
    heldUp = Math.max(0, heldUp - 1);
    if (waitNanos > workNanos + HELD_UP_NANOS) {
      heldUp = Math.min(MOST, heldUp + HELD_UP);
    }
    int now = heldUp > HELD_UP ? 0 : LOOKS;
    if (now != looks) {
      looks = now;
    }
  }
}
