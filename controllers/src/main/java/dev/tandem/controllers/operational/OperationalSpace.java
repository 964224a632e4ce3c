package dev.tandem.controllers.operational;

import dev.tandem.controllers.impedance.Rotation;
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
 * The control law of SERL's franka_sim (arXiv 2401.16013) after Khatib 1987: {@code tau = J' L a +
 * (I - J' Jbar') posture + bias} with {@code Jbar = M^-1 J' L} and {@code a} a critically damped
 * spring from the tool to a target that points straight down. Nothing is clipped: how fast the arm
 * gets is the safety layer's affair.
 *
 * <p>Observes {@code q, qd}; acts on {@code dx, dy, dz}, metres in base axes by which each decision
 * moves the target, within its box; commands {@code tau}, in Nm. A reset puts the target to the
 * tool, and the posture to where the joints are.
 */
public final class OperationalSpace implements Controller {
  /** Straight down, x of the tool along the base's; 4x4. */
  private static final double[] DOWN = {1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1};

  private final RobotModel model;
  private final OperationalSpaceConfig config;
  private final JointState state;
  private final Block torques;
  private final int[] actionChannels;
  private final TaskInertia inertia;
  private final double[] tool = new double[16];
  private final double[] target = new double[3];
  private final double[] error = new double[6];
  private final double[] wanted = new double[6];
  private final double[] force = new double[6];
  private final double[] homeRad;
  private final double[] posture;
  private final double[] torque;

  public OperationalSpace(
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      RobotModel model,
      OperationalSpaceConfig config) {
    int joints = model.joints();
    this.model = model;
    this.config = config;
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(command, "tau", joints);
    this.actionChannels =
        new int[] {action.indexOf("dx"), action.indexOf("dy"), action.indexOf("dz")};
    this.inertia = new TaskInertia(joints);
    this.homeRad = new double[joints];
    this.posture = new double[joints];
    this.torque = new double[joints];
  }

  @Override
  public void reset(Observation observation) {
    locate(observation);
    System.arraycopy(state.q(), 0, homeRad, 0, homeRad.length);
    rest();
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    for (int axis = 0; axis < 3; axis++) {
      double moved = target[axis] + action.get(actionChannels[axis]);
      double least = config.targetMinMetres()[axis];
      target[axis] = Math.max(least, Math.min(config.targetMaxMetres()[axis], moved));
    }
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    locate(observation);
    rest();
  }

  @HotPath
  private void rest() {
    for (int axis = 0; axis < 3; axis++) {
      target[axis] = tool[4 * axis + 3];
    }
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    locate(observation);
    inertia.update(model);
    for (int axis = 0; axis < 3; axis++) {
      error[axis] = target[axis] - tool[4 * axis + 3];
    }
    Rotation.between(tool, DOWN, error, 3);
    accelerate();
    pull();
    inertia.force(wanted, posture, force);
    model.biasTorque(state.qd(), 0, torque);
    for (int i = 0; i < torque.length; i++) {
      double sum = torque[i] + posture[i];
      for (int row = 0; row < 6; row++) {
        sum += inertia.jacobian()[torque.length * row + i] * force[row];
      }
      command.set(torques.offset() + i, sum);
    }
  }

  /** How far the tool was from its target at the last update, in m. */
  @HotPath
  public double errorMetres() {
    return Math.sqrt(error[0] * error[0] + error[1] * error[1] + error[2] * error[2]);
  }

  @HotPath
  private void locate(Observation observation) {
    state.read(observation);
    model.update(state.q(), 0);
    model.toolInBase(tool);
  }

  /** What the tool's acceleration shall be, in m/s2 and rad/s2. */
  @HotPath
  private void accelerate() {
    for (int row = 0; row < 6; row++) {
      double stiffness = row < 3 ? config.positionPerS2() : config.rotationPerS2();
      double speed = 0;
      for (int i = 0; i < posture.length; i++) {
        speed += inertia.jacobian()[posture.length * row + i] * state.qd()[i];
      }
      wanted[row] = stiffness * error[row] - damping(stiffness) * speed;
    }
  }

  /** The joints' own springs; what the tool would feel of them is taken back. */
  @HotPath
  private void pull() {
    double stiffness = config.postureNmPerRad();
    for (int i = 0; i < posture.length; i++) {
      double missing = homeRad[i] - state.q()[i];
      posture[i] = stiffness * missing - damping(stiffness) * state.qd()[i];
    }
  }

  @HotPath
  private double damping(double stiffness) {
    return 2 * config.dampingRatio() * Math.sqrt(stiffness);
  }
}
