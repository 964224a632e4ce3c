package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * A stop of category 2 stays powered: a joint that leaves the place where it came to rest, however
 * slowly, makes it one of category 1 (safe operating stop of IEC 61800-5-2). Who is caught may push
 * the arm away that far, and then for as long as a controlled stop may take.
 */
public final class StandstillMonitor implements Monitor {
  private final JointState state;
  private final double restRadPerS;
  private final double standstillRad;
  private final double[] placeRad;
  private boolean rests;

  /**
   * @param observation with blocks {@code q}, in rad, and {@code qd}, in rad/s
   * @param restRadPerS below which every joint counts as at rest, the authority's
   * @param standstillRad from where it came to rest
   */
  public StandstillMonitor(SignalSpec observation, double restRadPerS, double standstillRad) {
    if (!(restRadPerS > 0 && standstillRad > 0)) {
      throw new IllegalArgumentException(
          "restRadPerS and standstillRad must be > 0, got "
              + restRadPerS
              + " and "
              + standstillRad);
    }
    int joints = observation.block(Channels.POSITIONS).size();
    this.state = new JointState(observation, joints);
    this.restRadPerS = restRadPerS;
    this.standstillRad = standstillRad;
    this.placeRad = new double[joints];
  }

  @Override
  public Fault fault() {
    return Fault.STANDSTILL_LOST;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    rests &= health.mode == Mode.STOP2;
    state.read(observation);
    if (!rests && health.mode == Mode.STOP2 && isAtRest()) {
      System.arraycopy(state.q(), 0, placeRad, 0, placeRad.length);
      rests = true;
    }
    return rests && hasLeft() ? Reaction.STOP1 : Reaction.NONE;
  }

  @HotPath
  private boolean isAtRest() {
    boolean rest = true;
    for (int i = 0; i < placeRad.length; i++) {
      rest &= Math.abs(state.qd()[i]) <= restRadPerS;
    }
    return rest;
  }

  @HotPath
  private boolean hasLeft() {
    boolean left = false;
    for (int i = 0; i < placeRad.length; i++) {
      left |= Math.abs(state.q()[i] - placeRad[i]) > standstillRad;
    }
    return left;
  }

  @Override
  public void restart() {
    rests = false;
  }
}
