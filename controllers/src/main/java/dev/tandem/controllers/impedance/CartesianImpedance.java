package dev.tandem.controllers.impedance;

import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.ElapsedPeriods;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.function.BooleanSupplier;

/**
 * The impedance law of SERL (Luo et al. 2024, arXiv 2401.16013): {@code tau = J'(K clip(e) - D J qd
 * + Ki int clip(e)) + posture pull + bias}, e from tool to set point. Clipping the error bounds the
 * static force on whatever the tool touches, however far the set point is.
 *
 * <p>Observes {@code q, qd}; acts on {@code dx, dy, dz}, metres in base axes from where the tool is
 * when the action is decided, and, if the action has them, {@code drx, dry, drz}, a rotation vector
 * in rad from how the tool is turned then; without these the tool keeps the orientation it had at
 * the reset. Through skipped ticks the set point travels on, at the same speed. Commands {@code
 * tau}, in Nm. After {@link #reset} at rest the command is exactly the gravity torque.
 */
public final class CartesianImpedance implements Controller {
  /** In more the set point does not travel on: nobody has watched it for too long. */
  private static final long MOST_PERIODS = 20;

  private final RobotModel model;
  private final JointState state;
  private final Block torques;
  private final int[] actionChannels;
  private final AxisGains[] axes;
  private final SetPoint setPoint;
  private final PosturePull posture;
  private final BooleanSupplier reduced;
  private final double[] displacement = new double[6];
  private final double[] tool = new double[16];
  private final double[] error = new double[6];
  private final double[] integral = new double[6];
  private final double[] jacobian;
  private final double[] torque;
  private final ElapsedPeriods elapsed = new ElapsedPeriods();

  /** For a robot that nobody ever comes near. */
  public CartesianImpedance(
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      RobotModel model,
      ImpedanceConfig config) {
    this(observation, action, command, model, config, () -> false);
  }

  /**
   * An impedance that holds the tool where it is at its reset.
   *
   * @param reduced asked every tick: whether the set point travels at its reduced speeds; allocates
   *     nothing
   */
  public CartesianImpedance(
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      RobotModel model,
      ImpedanceConfig config,
      BooleanSupplier reduced) {
    int joints = model.joints();
    this.model = model;
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(command, "tau", joints);
    this.actionChannels = channelsOf(action);
    this.axes = config.axes().toArray(AxisGains[]::new);
    this.setPoint = new SetPoint(config.line(), config.rotation());
    this.reduced = reduced;
    this.posture = new PosturePull(config.posture(), joints);
    this.jacobian = new double[6 * joints];
    this.torque = new double[joints];
  }

  private static int[] channelsOf(SignalSpec action) {
    boolean turns = action.channels().stream().map(Channel::name).anyMatch("drx"::equals);
    String[] names =
        turns
            ? new String[] {"dx", "dy", "dz", "drx", "dry", "drz"}
            : new String[] {"dx", "dy", "dz"};
    int[] channels = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      channels[i] = action.indexOf(names[i]);
    }
    return channels;
  }

  @Override
  public void reset(Observation observation) {
    elapsed.restart();
    locate(observation);
    setPoint.reset(tool);
    posture.reset(state.q());
    for (int axis = 0; axis < 6; axis++) {
      integral[axis] = 0;
    }
  }

  @Override
  @HotPath
  public void decided(Tick tick, Observation observation, Action action) {
    locate(observation);
    for (int i = 0; i < actionChannels.length; i++) {
      displacement[i] = action.get(actionChannels[i]);
    }
    setPoint.moveFrom(tool, displacement);
    if (actionChannels.length == 6) {
      setPoint.turnFrom(tool, displacement);
    }
  }

  @Override
  @HotPath
  public void hold(Tick tick, Observation observation) {
    setPoint.rest();
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    double dtSeconds = tick.periodNanos() * 1e-9;
    long periods = Math.min(MOST_PERIODS, elapsed.since(tick));
    locate(observation);
    model.jacobian(jacobian);
    for (int k = 0; k < periods; k++) {
      setPoint.advance(dtSeconds, reduced.getAsBoolean());
    }
    setPoint.errorOf(tool, error);
    model.biasTorque(state.qd(), 0, torque);
    for (int axis = 0; axis < 6; axis++) {
      addSpring(axis, periods * dtSeconds);
    }
    posture.addTo(torque, state.q(), state.qd(), jacobian);
    posture.advance(periods * dtSeconds);
    for (int i = 0; i < torque.length; i++) {
      command.set(torques.offset() + i, torque[i]);
    }
  }

  /** How far the tool was from its set point at the last update, in m. */
  @HotPath
  public double errorMetres() {
    return Math.sqrt(error[0] * error[0] + error[1] * error[1] + error[2] * error[2]);
  }

  /** The set point's pose in base, 4x4; overwritten by every update. */
  public double[] setPointInBase() {
    return setPoint.pose();
  }

  @Override
  @HotPath
  public boolean setPoint(double[] toInBase) {
    System.arraycopy(setPoint.pose(), 0, toInBase, 0, toInBase.length);
    return true;
  }

  @HotPath
  private void locate(Observation observation) {
    state.read(observation);
    model.update(state.q(), 0);
    model.toolInBase(tool);
  }

  @HotPath
  private void addSpring(int axis, double dtSeconds) {
    AxisGains gains = axes[axis];
    double clipped = clip(error[axis], gains.maxError());
    double grown = integral[axis] + gains.integral() * clipped * dtSeconds;
    integral[axis] = clip(grown, gains.maxIntegralForce());
    double speed = 0;
    int row = torque.length * axis;
    for (int i = 0; i < torque.length; i++) {
      speed += jacobian[row + i] * state.qd()[i];
    }
    double force = gains.stiffness() * clipped - gains.damping() * speed + integral[axis];
    for (int i = 0; i < torque.length; i++) {
      torque[i] += jacobian[row + i] * force;
    }
  }

  @HotPath
  private static double clip(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
