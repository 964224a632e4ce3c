package dev.tandem.safety.monitor;

import dev.tandem.runtime.decide.ActionSlot;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.function.LongSupplier;

/**
 * F06, F10: a policy on a thread or in a process of its own that has fallen silent. Beyond the
 * greatest age nobody drives and the set point comes to rest; after the grace, category 2. A policy
 * that never said anything is only waited for; while a person drives the grace does not run.
 */
public final class StalePolicyMonitor implements Monitor {
  private final LongSupplier newestNanos;
  private final MonitorConfig.Timing config;
  private long heldNanos;
  private long lastNanos;

  /**
   * @param newestNanos when the newest action was decided, see {@link ActionSlot#newestNanos}
   */
  public StalePolicyMonitor(LongSupplier newestNanos, MonitorConfig.Timing config) {
    this.newestNanos = newestNanos;
    this.config = config;
  }

  @Override
  public Fault fault() {
    return Fault.ACTION_STALE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    long newest = newestNanos.getAsLong();
    long nowNanos = tick.startNanos();
    long sinceNanos = nowNanos - lastNanos;
    lastNanos = nowNanos;
    if (newest == ActionSlot.NEVER) {
      return Reaction.HOLD;
    }
    if (nowNanos - newest <= config.maxActionAgeNanos()) {
      heldNanos = 0;
      return Reaction.NONE;
    }
    Reaction reaction = heldNanos >= config.staleGraceNanos() ? Reaction.STOP2 : Reaction.HOLD;
    heldNanos += health.humanDrives ? 0 : Math.max(sinceNanos, tick.periodNanos());
    return reaction;
  }

  @Override
  public void restart() {
    heldNanos = 0;
  }
}
