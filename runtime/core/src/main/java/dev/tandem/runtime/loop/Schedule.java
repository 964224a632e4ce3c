package dev.tandem.runtime.loop;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;

/**
 * Absolute deadlines, whole multiples of the period on the clock and a phase, so that loops on one
 * machine keep their distance. Missed ones are skipped and counted, never caught up.
 */
final class Schedule {
  private final Clock clock;
  private final MutableTick tick;
  private final MutableTick next;
  private final long phaseNanos;
  private long index = -1;
  private long deadlineNanos;
  private long skippedTicks;
  private long justSkipped;

  Schedule(Clock clock, Timing timing) {
    this.clock = clock;
    this.tick = new MutableTick(timing.periodNanos());
    this.next = new MutableTick(timing.periodNanos());
    this.phaseNanos = timing.phaseNanos();
    begin();
  }

  /** The first deadline is the next one on the clock, unless it has passed already. */
  void begin() {
    if (index < 0) {
      long now = clock.nanoTime();
      deadlineNanos = now - Math.floorMod(now - phaseNanos, tick.periodNanos());
    }
  }

  /** Waits for the next deadline that has not passed by a whole period. */
  @HotPath
  Tick await() {
    long period = tick.periodNanos();
    deadlineNanos += period;
    index++;
    justSkipped = 0;
    long behindNanos = clock.nanoTime() - deadlineNanos;
    if (behindNanos >= period) {
      justSkipped = behindNanos / period;
      skippedTicks += justSkipped;
      index += justSkipped;
      deadlineNanos += justSkipped * period;
    }
    clock.awaitNanos(deadlineNanos);
    tick.set(index, deadlineNanos, clock.nanoTime() - deadlineNanos);
    return tick;
  }

  /** The tick that {@link #await} returned last. */
  @HotPath
  Tick current() {
    return tick;
  }

  /** The tick that {@link #await} will return next when nothing is held up. */
  Tick next() {
    next.set(index + 1, deadlineNanos + next.periodNanos(), 0);
    return next;
  }

  /** Since {@link #await} returned. */
  @HotPath
  long sinceWakeUpNanos() {
    return clock.nanoTime() - deadlineNanos - tick.latenessNanos();
  }

  /** Ticks skipped by the last {@link #await}. */
  @HotPath
  long justSkipped() {
    return justSkipped;
  }

  long skippedTicks() {
    return skippedTicks;
  }
}
