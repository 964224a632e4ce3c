package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F16, F38: a control thread that was woken late, or was held up so that ticks were skipped. More
 * than a period is seen; much more stops under control, and very much more takes the power too.
 */
public final class LateWakeUpMonitor implements Monitor {
  private final MonitorConfig.Timing config;

  public LateWakeUpMonitor(MonitorConfig.Timing config) {
    this.config = config;
  }

  @Override
  public Fault fault() {
    return Fault.LATE_WAKE_UP;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    long lateNanos = Math.max(tick.latenessNanos(), health.skippedTicks * tick.periodNanos());
    if (lateNanos > config.lateStop1Nanos()) {
      return Reaction.STOP1;
    }
    if (lateNanos > config.lateStop2Nanos()) {
      return Reaction.STOP2;
    }
    return lateNanos > tick.periodNanos() ? Reaction.LIMIT : Reaction.NONE;
  }
}
