package dev.tandem.runtime.time;

import java.util.concurrent.locks.LockSupport;

/** CLOCK_MONOTONIC of the machine. Waits by parking; thread-safe. */
public final class SystemClock implements Clock {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @HotPath
  public void awaitNanos(long deadlineNanos) {
    long leftNanos = deadlineNanos - System.nanoTime();
    while (leftNanos > 0) {
      LockSupport.parkNanos(leftNanos);
      leftNanos = deadlineNanos - System.nanoTime();
    }
  }
}
