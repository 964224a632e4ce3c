package dev.tandem.controllers.joint;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * {@code tau = K clip(q_set - q) - D qd + bias}, joint by joint. Acts on {@code dq}, rad from where
 * the joints are when the action is decided; observes {@code q, qd}; commands {@code tau}, in Nm.
 */
public final class JointImpedance implements Controller {
  private final RobotModel model;
  private final JointImpedanceConfig config;
  private final JointState state;
  private final Block displacements;
  private final Block torques;
  private final double[] goal;
  private final double[] setPoint;
  private final double[] torque;

  public JointImpedance(
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      RobotModel model,
      JointImpedanceConfig config) {
    int joints = model.joints();
    if (config.stiffnessNmPerRad().length != joints) {
      throw new IllegalArgumentException(
          "stiffness must have " + joints + " joints, got " + config.stiffnessNmPerRad().length);
    }
    this.model = model;
    this.config = config;
    this.state = new JointState(observation, joints);
    this.displacements = JointState.block(action, "dq", joints);
    this.torques = JointState.block(command, "tau", joints);
    this.goal = new double[joints];
    this.setPoint = new double[joints];
    this.torque = new double[joints];
  }

  @Override
  public void reset(Observation observation) {
    state.read(observation);
    System.arraycopy(state.q(), 0, goal, 0, goal.length);
    System.arraycopy(state.q(), 0, setPoint, 0, setPoint.length);
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    state.read(observation);
    for (int i = 0; i < goal.length; i++) {
      goal[i] = state.q()[i] + action.get(displacements.offset() + i);
    }
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    System.arraycopy(setPoint, 0, goal, 0, goal.length);
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    double step = config.maxSpeedRadPerS() * tick.periodNanos() * 1e-9;
    state.read(observation);
    model.update(state.q(), 0);
    model.biasTorque(state.qd(), 0, torque);
    for (int i = 0; i < goal.length; i++) {
      setPoint[i] += clip(goal[i] - setPoint[i], step);
      double error = clip(setPoint[i] - state.q()[i], config.maxErrorRad());
      double spring = config.stiffnessNmPerRad()[i] * error;
      double damper = config.dampingNmsPerRad()[i] * state.qd()[i];
      command.set(torques.offset() + i, torque[i] + spring - damper);
    }
  }

  @HotPath
  private static double clip(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
