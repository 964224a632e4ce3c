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
import java.util.function.BooleanSupplier;

/**
 * F27: the tool is faster than it may be while speed is reduced: because a presence channel says
 * anything but 0, or for any other reason that the authority has, as a person's distance, a blind
 * tracker or an operator's wish. Seen above the limit, where the filters slow it down; category 2
 * above 1.2 times the limit. The authority is asked for its last tick: it hears its monitors before
 * it decides.
 */
public final class ToolSpeedMonitor implements Monitor {
  private static final double STOP_RATIO = 1.2;
  private static final int NO_CHANNEL = -1;

  private final int present;
  private final Block velocity;
  private final double limitMPerS;
  private final BooleanSupplier reduced;

  /**
   * @param reduced whether speed is reduced; asked every tick, allocates nothing
   */
  public ToolSpeedMonitor(
      SignalSpec observation, MonitorConfig.Tool config, BooleanSupplier reduced) {
    this.present =
        Channels.has(observation, Channels.PERSON_PRESENT)
            ? observation.indexOf(Channels.PERSON_PRESENT)
            : NO_CHANNEL;
    this.velocity = observation.block(Channels.TOOL_VELOCITY);
    this.limitMPerS = config.reducedSpeedMPerS();
    this.reduced = reduced;
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
    boolean there = present != NO_CHANNEL && observation.get(present) != 0;
    if (!(there || reduced.getAsBoolean()) || speed <= limitMPerS) {
      return Reaction.NONE;
    }
    return speed <= STOP_RATIO * limitMPerS ? Reaction.LIMIT : Reaction.STOP2;
  }
}
