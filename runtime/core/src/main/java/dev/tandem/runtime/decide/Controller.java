package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Turns the action that is held into a command, every tick. Control thread. */
public interface Controller {
  /** Starts bumplessly from where the robot is. */
  void reset(Observation observation);

  /** A new action was decided in this tick; {@link #update} of the same tick follows. */
  void decided(Tick tick, Observation observation, Action action);

  /** Nobody drives from this tick on: what moves by itself, like a set point, comes to rest. */
  void hold(Tick tick, Observation observation);

  void update(Tick tick, Observation observation, Action action, MutableCommand command);

  /**
   * Where it pulled the tool at the last {@link #update}, for the record; false when it pulls it
   * nowhere.
   *
   * @param toInBase takes the first three rows of the pose, 4x4 in base axes, one after the other;
   *     [12]
   */
  @HotPath
  default boolean setPoint(double[] toInBase) {
    return false;
  }
}
