package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.barrier.MeasuredArm;
import dev.tandem.safety.barrier.SingularValues;

/**
 * F30: near a singularity, by the condition number of the tool's Jacobian in m and rad: first the
 * robot is slowed down, then the policy does not drive, until a person has moved the arm away.
 */
public final class SingularityMonitor implements Monitor {
  private final SingularityConfig config;
  private final RobotModel model;
  private final JointState state;
  private final double[] jacobian;
  private final SingularValues values;

  public SingularityMonitor(SignalSpec observation, MeasuredArm arm, SingularityConfig config) {
    this.config = config;
    this.model = arm.model();
    this.state = new JointState(observation, model.joints());
    this.values = arm.tool();
    this.jacobian = new double[6 * model.joints()];
  }

  @Override
  public Fault fault() {
    return Fault.SINGULARITY;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    state.read(observation);
    model.update(state.q(), 0);
    model.jacobian(jacobian);
    values.compute(jacobian);
    return of(values.condition());
  }

  @HotPath
  Reaction of(double condition) {
    if (condition < config.slowCondition()) {
      return Reaction.NONE;
    }
    return condition < config.holdCondition() ? Reaction.LIMIT : Reaction.HOLD;
  }
}
