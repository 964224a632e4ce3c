package dev.tandem.simbridge.fault;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;

/** A clock whose waits may last too long: a control thread that is woken late. */
public final class StallingClock implements Clock {
  private final Clock clock;
  private long stallNanos;

  public StallingClock(Clock clock) {
    this.clock = clock;
  }

  /** The next wait returns so much later than it should. */
  public void stallNextWait(long nanos) {
    stallNanos = nanos;
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  @HotPath
  public void awaitNanos(long deadlineNanos) {
    clock.awaitNanos(deadlineNanos + stallNanos);
    stallNanos = 0;
  }
}
