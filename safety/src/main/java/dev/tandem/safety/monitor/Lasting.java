package dev.tandem.safety.monitor;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** How long something has been so, without a break. Control thread. */
final class Lasting {
  private boolean was;
  private long sinceNanos;

  /** 0 in the first tick of it, and when it is not so. */
  @HotPath
  long nanos(Tick tick, boolean is) {
    sinceNanos = is && was ? sinceNanos : tick.startNanos();
    was = is;
    return tick.startNanos() - sinceNanos;
  }

  @HotPath
  void restart() {
    was = false;
  }
}
