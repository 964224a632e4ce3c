package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F27: the tool is faster than it may be with a person near. Seen above the limit, where the
 * filters slow it down; category 2 above 1.2 times the limit. A presence channel that says anything
 * but 0 means somebody is there.
 */
public final class ToolSpeedMonitor implements Monitor {
  private static final double STOP_RATIO = 1.2;

  private final int present;
  private final Block velocity;
  private final double limitMPerS;

  public ToolSpeedMonitor(SignalSpec observation, MonitorConfig.Tool config) {
    this.present = observation.indexOf(Channels.PERSON_PRESENT);
    this.velocity = observation.block(Channels.TOOL_VELOCITY);
    this.limitMPerS = config.reducedSpeedMPerS();
  }

  @Override
  public Fault fault() {
    return Fault.TOOL_TOO_FAST;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double speed = Norms.of(observation, velocity);
    if (observation.get(present) == 0 || speed <= limitMPerS) {
      return Reaction.NONE;
    }
    return speed <= STOP_RATIO * limitMPerS ? Reaction.LIMIT : Reaction.STOP2;
  }
}
