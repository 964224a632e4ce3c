package dev.tandem.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * CLOCK_MONOTONIC, waiting with {@code clock_nanosleep} to an absolute deadline. One thread waits
 * on it, the control thread; any may read it.
 */
public final class DeadlineClock implements Clock {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final int WARM_UP_WAITS = 20_000;
  private static final long WARM_UP_WAIT_NANOS = 10_000;

  private final long spinNanos;
  private final MemorySegment time = Arena.ofAuto().allocate(2L * Long.BYTES, Long.BYTES);

  /**
   * @param spinNanos before the deadline for which the thread spins instead of sleeping: wakes up
   *     to the microsecond, but only on a core that it has for itself; 0 for none
   */
  public DeadlineClock(long spinNanos) {
    if (spinNanos < 0) {
      throw new IllegalArgumentException("spinNanos must be >= 0, got " + spinNanos);
    }
    this.spinNanos = spinNanos;
  }

  /** Waits often and briefly, about two seconds: until it is compiled, a native call allocates. */
  public void warmUp() {
    for (int i = 0; i < WARM_UP_WAITS; i++) {
      awaitNanos(System.nanoTime() + spinNanos + WARM_UP_WAIT_NANOS);
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @HotPath
  public void awaitNanos(long deadlineNanos) {
    long wakeNanos = deadlineNanos - spinNanos;
    while (System.nanoTime() < wakeNanos) {
      time.set(JAVA_LONG, 0, wakeNanos / NANOS_PER_SECOND);
      time.set(JAVA_LONG, Long.BYTES, wakeNanos % NANOS_PER_SECOND);
      Libc.sleepUntil(time);
    }
    while (System.nanoTime() < deadlineNanos) {
      Thread.onSpinWait();
    }
  }
}
