package dev.tandem.runtime.signal;

import dev.tandem.runtime.time.HotPath;

/** What filters change, with a place where each says which of its limits made it do so. */
abstract class FilteredSignal extends SignalArray {
  private long limits;

  FilteredSignal(SignalSpec spec) {
    super(spec);
  }

  /**
   * Notes that a limit acted.
   *
   * @param limit by its place among the filter's names; those from 63 on share a bit
   */
  @HotPath
  public final void limitedBy(int limit) {
    limits |= 1L << Math.min(limit, Long.SIZE - 1);
  }

  /** Bit i for the limit i that acted since this was asked last. */
  @HotPath
  public final long takeLimits() {
    long taken = limits;
    limits = 0;
    return taken;
  }
}
