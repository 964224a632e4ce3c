package dev.tandem.runtime.time;

/** A clock that stands still until somebody waits on it or advances it. Single-threaded. */
public final class SimulatedClock implements Clock {
  private long nowNanos;

  @Override
  public long nanoTime() {
    return nowNanos;
  }

  @Override
  @HotPath
  public void awaitNanos(long deadlineNanos) {
    nowNanos = Math.max(nowNanos, deadlineNanos);
  }

  public void advanceNanos(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos must be >= 0, got " + nanos);
    }
    nowNanos += nanos;
  }
}
