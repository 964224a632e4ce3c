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
 * The runtime's half of F17 and F18: tells the watchdog in every tick that the control thread
 * lives. One that is silent is F18, category 1; one that has found the runtime silent, or was never
 * armed, keeps the drives stopped: F17, category 0, for they have no power any more.
 */
public final class HeartbeatMonitor implements Monitor {
  private final Heartbeat heartbeat;
  private Fault fault = Fault.WATCHDOG_SILENT;

  public HeartbeatMonitor(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  @HotPath
  public Fault fault() {
    return fault;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    Heartbeat.Pulse pulse = heartbeat.beat(tick.startNanos() + tick.latenessNanos());
    fault = pulse == Heartbeat.Pulse.STOPPED ? Fault.RUNTIME_SILENT : Fault.WATCHDOG_SILENT;
    return switch (pulse) {
      case ALIVE -> Reaction.NONE;
      case STOPPED -> Reaction.STOP0;
      case SILENT -> Reaction.STOP1;
    };
  }
}
