package dev.tandem.safety.authority;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Whether speed is reduced: at once when a monitor or a person asks for it, until neither has asked
 * for a while. Control thread.
 */
final class ReducedSpeed {
  private final long leaveNanos;
  private boolean reduced;
  private long lastAskedNanos;

  ReducedSpeed(long leaveNanos) {
    this.leaveNanos = leaveNanos;
  }

  /** True when speed is reduced in this tick. */
  @HotPath
  boolean update(Tick tick, boolean asked) {
    if (asked) {
      reduced = true;
      lastAskedNanos = tick.startNanos();
    } else {
      reduced &= tick.startNanos() - lastAskedNanos < leaveNanos;
    }
    return reduced;
  }

  @HotPath
  boolean isReduced() {
    return reduced;
  }

  void restart() {
    reduced = false;
  }
}
