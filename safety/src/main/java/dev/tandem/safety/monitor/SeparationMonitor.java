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
 * F28: speed and separation monitoring (ISO/TS 15066:2016, 5.5.4): category 2 below {@code S_p =
 * S_h + S_r + S_s + C + Z_d + Z_r}, with {@code S_h = v_h (T_r + T_s)}, {@code S_r = v_r T_r},
 * {@code S_s = v_r^2 / 2a} and {@code T_s = v_r / a}. The tool's whole speed counts as towards the
 * person. Distances in m, speeds in m/s.
 */
public final class SeparationMonitor implements Monitor {
  private final SeparationConfig config;
  private final int distance;
  private final Block velocity;

  public SeparationMonitor(SignalSpec observation, SeparationConfig config) {
    this.config = config;
    this.distance = observation.indexOf(Channels.PERSON_DISTANCE);
    this.velocity = observation.block(Channels.TOOL_VELOCITY);
  }

  @Override
  public Fault fault() {
    return Fault.PERSON_TOO_CLOSE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double least = config.protectiveDistanceM(Norms.of(observation, velocity));
    return observation.get(distance) >= least ? Reaction.NONE : Reaction.STOP2;
  }
}
