package dev.tandem.runtime.time;

/**
 * How many periods have passed since somebody was asked last: one from tick to tick, more when
 * ticks were skipped or it was not asked. Control thread.
 */
public final class ElapsedPeriods {
  private long lastIndex;
  private boolean started;

  /** At least 1, also in the first tick and when asked twice in a tick. */
  @HotPath
  public long since(Tick tick) {
    long periods = started ? tick.index() - lastIndex : 1;
    lastIndex = tick.index();
    started = true;
    return Math.max(1, periods);
  }

  /** What was before does not count: the next tick is the first. */
  @HotPath
  public void restart() {
    started = false;
  }
}
