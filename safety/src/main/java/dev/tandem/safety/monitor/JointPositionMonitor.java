package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F22: a joint outside its limits by more than a tolerance: category 1. So that a person can bring
 * it back after a recovery, it stops again only where a joint goes farther out than it was; on the
 * way back it is only seen. An arm that is off it does not let start.
 */
public final class JointPositionMonitor implements Monitor {
  private final RobotModel model;
  private final Block positions;
  private final double toleranceRad;
  private final double[] deepestRad;

  public JointPositionMonitor(SignalSpec observation, RobotModel model, double toleranceRad) {
    this.model = model;
    this.positions = JointState.block(observation, Channels.POSITIONS, model.joints());
    this.toleranceRad = toleranceRad;
    this.deepestRad = new double[model.joints()];
  }

  @Override
  public Fault fault() {
    return Fault.JOINT_BEYOND_LIMIT;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    Reaction worst = Reaction.NONE;
    for (int i = 0; i < deepestRad.length; i++) {
      double q = observation.get(positions.offset() + i);
      double beyond =
          Math.max(q - model.limits(i).maxPositionRad(), model.limits(i).minPositionRad() - q);
      worst = worst.stronger(of(i, beyond, health.mode == Mode.OFF));
    }
    return worst;
  }

  /**
   * @param off whether nothing can be stopped, only refused to start: nothing is behind anybody
   *     then
   */
  @HotPath
  private Reaction of(int joint, double beyondRad, boolean off) {
    if (!(beyondRad > toleranceRad)) {
      deepestRad[joint] = 0;
      return Reaction.NONE;
    }
    boolean fartherOut = beyondRad > deepestRad[joint] + toleranceRad;
    deepestRad[joint] = fartherOut && !off ? beyondRad : deepestRad[joint];
    return fartherOut ? Reaction.STOP1 : Reaction.LIMIT;
  }

  /** The joint is as far out as it was: the way back stays open. */
  @Override
  @HotPath
  public void recovered() {}

  @Override
  public void restart() {
    for (int i = 0; i < deepestRad.length; i++) {
      deepestRad[i] = 0;
    }
  }
}
