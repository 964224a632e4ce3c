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
 *
 * <p>A tool that is faster when the reduction begins may come down as fast as a controlled stop
 * would bring it down, and so be no faster than after that stop; F28 watches the distance to people
 * meanwhile. For half a second at the most: what one spoilt reading says is not believed for long.
 */
public final class ToolSpeedMonitor implements Monitor {
  private static final double STOP_RATIO = 1.2;
  private static final double MOST_SLOWING_SECONDS = 0.5;
  private static final int NO_CHANNEL = -1;

  private final int present;
  private final Block velocity;
  private final double limitMPerS;
  private final double brakingMPerS2;
  private final BooleanSupplier reduced;
  private double allowedMPerS;
  private long lastNanos;

  /**
   * @param brakingMPerS2 of the tool in a controlled stop
   * @param reduced whether speed is reduced; asked every tick, allocates nothing
   */
  public ToolSpeedMonitor(
      SignalSpec observation,
      MonitorConfig.Tool config,
      double brakingMPerS2,
      BooleanSupplier reduced) {
    this.present =
        Channels.has(observation, Channels.PERSON_PRESENT)
            ? observation.indexOf(Channels.PERSON_PRESENT)
            : NO_CHANNEL;
    this.velocity = observation.block(Channels.TOOL_VELOCITY);
    this.limitMPerS = config.reducedSpeedMPerS();
    this.brakingMPerS2 = brakingMPerS2;
    this.reduced = reduced;
    this.allowedMPerS = limitMPerS;
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
    boolean slow = there || reduced.getAsBoolean();
    allow(tick, speed, slow);
    if (!slow || speed <= limitMPerS) {
      return Reaction.NONE;
    }
    return speed <= STOP_RATIO * allowedMPerS ? Reaction.LIMIT : Reaction.STOP2;
  }

  /** What it has when the reduction begins, and then less and less down to the limit. */
  @HotPath
  private void allow(Tick tick, double speedMPerS, boolean slow) {
    double dtSeconds = (tick.startNanos() - lastNanos) * 1e-9;
    lastNanos = tick.startNanos();
    double most = limitMPerS + brakingMPerS2 * MOST_SLOWING_SECONDS;
    double next = slow ? allowedMPerS - brakingMPerS2 * dtSeconds : Math.min(speedMPerS, most);
    allowedMPerS = Math.max(limitMPerS, next);
  }

  @Override
  public void restart() {
    allowedMPerS = limitMPerS;
  }
}
