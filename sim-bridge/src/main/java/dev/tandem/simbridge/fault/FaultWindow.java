package dev.tandem.simbridge.fault;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.random.RandomGenerator;

/** The ticks in which a fault is there: from the first to before the last. One thread. */
public final class FaultWindow {
  private long fromTick = Long.MAX_VALUE;
  private long untilTick = Long.MAX_VALUE;

  /** Never, until it is opened. */
  public FaultWindow() {}

  /** Opens it for so many ticks. */
  public void open(long atTick, long ticks) {
    if (ticks < 1) {
      throw new IllegalArgumentException("a fault lasts for at least 1 tick, got " + ticks);
    }
    fromTick = atTick;
    untilTick = atTick + ticks;
  }

  /** Opens it at a random tick of {@code [earliestTick, latestTick]}; returns which. */
  public long openAtRandom(RandomGenerator random, long earliestTick, long latestTick, long ticks) {
    open(random.nextLong(earliestTick, latestTick + 1), ticks);
    return fromTick;
  }

  public void close() {
    fromTick = Long.MAX_VALUE;
    untilTick = Long.MAX_VALUE;
  }

  @HotPath
  public boolean isOpen(Tick tick) {
    return tick.index() >= fromTick && tick.index() < untilTick;
  }

  /** Ticks since it opened; negative before. */
  @HotPath
  public long sinceOpened(Tick tick) {
    return tick.index() - fromTick;
  }
}
