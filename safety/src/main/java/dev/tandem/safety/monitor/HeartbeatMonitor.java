package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F18, and the runtime's half of F17: tells the watchdog in every tick that the control thread
 * lives. One that is silent: category 1; one that keeps the drives stopped: category 0, for they
 * have no power any more.
 */
public final class HeartbeatMonitor implements Monitor {
  private final Heartbeat heartbeat;

  public HeartbeatMonitor(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  public Fault fault() {
    return Fault.WATCHDOG_SILENT;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    return switch (heartbeat.beat(tick.startNanos() + tick.latenessNanos())) {
      case ALIVE -> Reaction.NONE;
      case STOPPED -> Reaction.STOP0;
      case SILENT -> Reaction.STOP1;
    };
  }
}
