package dev.tandem.safety.filter;

import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Keeps every joint able to stop before its limit. Towards a limit at distance d a joint may move
 * at {@code min(V, max(0, -o + sqrt(2 a d)))}, the bound of libfranka. Where the torques would
 * carry a joint over its bound, they are changed by the least constraint (Gauss) that keeps the
 * joints' accelerations on the safe side, to braking if need be, without asking more of any drive
 * than it can do.
 *
 * <p>Friction and contacts are not in the model; both are inside the offset o. Stops when a joint
 * is outside its limits, or too fast for the drives to keep it inside, by more than the
 * configuration allows, and when anything is not finite.
 */
public final class JointLimitFilter implements SafetyFilter {
  private static final int SWEEPS = 30;
  private static final double SETTLED_NM = 1e-9;

  private final RobotModel model;
  private final JointLimitConfig config;
  private final JointState state;
  private final Block torques;
  private final int joints;
  private final DMatrixRMaj mass;
  private final DMatrixRMaj mobility;
  private final double[] bias;
  private final double[] wanted;
  private final double[] torque;
  private final double[] acceleration;
  private final LinearSolverDense<DMatrixRMaj> cholesky;

  public JointLimitFilter(
      SignalSpec observation, SignalSpec command, RobotModel model, JointLimitConfig config) {
    this.joints = model.joints();
    if (config.braking().size() != joints) {
      throw new IllegalArgumentException(
          "braking must have " + joints + " joints, got " + config.braking().size());
    }
    this.model = model;
    this.config = config;
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(command, "tau", joints);
    this.mass = new DMatrixRMaj(joints, joints);
    this.mobility = new DMatrixRMaj(joints, joints);
    this.bias = new double[joints];
    this.wanted = new double[joints];
    this.torque = new double[joints];
    this.acceleration = new double[joints];
    this.cholesky = LinearSolverFactory_DDRM.chol(joints);
  }

  @Override
  @HotPath
  public Verdict apply(
      Tick tick, Observation observation, Command lastApplied, MutableCommand command) {
    state.read(observation);
    if (!state.isFinite() || isBeyondControl() || !accelerate(command)) {
      return Verdict.STOP;
    }
    if (!constrain()) {
      return Verdict.PASSED;
    }
    for (int i = 0; i < joints; i++) {
      command.set(torques.offset() + i, torque[i]);
    }
    return Verdict.MODIFIED;
  }

  @HotPath
  private boolean isBeyondControl() {
    for (int i = 0; i < joints; i++) {
      JointLimits limits = model.limits(i);
      double up = limits.maxPositionRad() - state.q()[i];
      double down = state.q()[i] - limits.minPositionRad();
      double speed = state.qd()[i];
      boolean outside = Math.min(up, down) < -config.stopBeyondRad();
      boolean racing = Math.abs(speed) > config.stopSpeedRatio() * limits.maxSpeedRadPerS();
      if (outside || racing || cannotBrake(i, up, speed) || cannotBrake(i, down, -speed)) {
        return true;
      }
    }
    return false;
  }

  /** Not even at twice the deceleration that the bound counts on. */
  @HotPath
  private boolean cannotBrake(int joint, double distanceRad, double speedRadPerS) {
    JointBraking braking = config.braking().get(joint);
    double stopping = Math.sqrt(4 * braking.decelerationRadPerS2() * Math.max(0, distanceRad));
    return speedRadPerS - braking.offsetRadPerS() > stopping;
  }

  /** qdd = M^-1 (tau - bias); false when the outcome is not finite. */
  @HotPath
  private boolean accelerate(Command command) {
    model.update(state.q(), 0);
    model.massMatrix(mass.data);
    model.biasTorque(state.qd(), 0, bias);
    if (!cholesky.setA(mass)) {
      return false;
    }
    cholesky.invert(mobility);
    boolean finite = true;
    for (int i = 0; i < joints; i++) {
      wanted[i] = command.get(torques.offset() + i);
      torque[i] = wanted[i];
    }
    for (int i = 0; i < joints; i++) {
      acceleration[i] = 0;
      for (int k = 0; k < joints; k++) {
        acceleration[i] += mobility.data[joints * i + k] * (wanted[k] - bias[k]);
      }
      finite &= Double.isFinite(acceleration[i]);
    }
    return finite;
  }

  /** Projected Gauss-Seidel, joint by joint; true when a torque had to change. */
  @HotPath
  private boolean constrain() {
    boolean changed = false;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double largestNm = 0;
      for (int i = 0; i < joints; i++) {
        double by = allowedTorque(i) - torque[i];
        torque[i] += by;
        for (int k = 0; k < joints; k++) {
          acceleration[k] += mobility.data[joints * k + i] * by;
        }
        largestNm = Math.max(largestNm, Math.abs(by));
      }
      changed |= largestNm > 0;
      if (largestNm < SETTLED_NM) {
        return changed;
      }
    }
    return changed;
  }

  /** The torque nearest to the wanted one that keeps joint i within its bounds. */
  @HotPath
  private double allowedTorque(int i) {
    JointLimits limits = model.limits(i);
    double up = mostTowards(i, limits.maxPositionRad() - state.q()[i], state.qd()[i]);
    double down = mostTowards(i, state.q()[i] - limits.minPositionRad(), -state.qd()[i]);
    double perNm = mobility.data[joints * i + i];
    double free = acceleration[i] + perNm * (wanted[i] - torque[i]);
    double safe = Math.max(-down, Math.min(up, free));
    if (safe == free) {
      return wanted[i];
    }
    double max = limits.maxTorqueNm();
    return Math.max(-max, Math.min(max, wanted[i] + (safe - free) / perNm));
  }

  /**
   * The greatest acceleration towards a limit in rad/s2; negative where the joint has to brake, by
   * at most twice the deceleration that the bound counts on. Follows the bound as it shrinks: its
   * slope is -a v / sqrt(2 a d).
   */
  @HotPath
  private double mostTowards(int joint, double distanceRad, double speedRadPerS) {
    JointBraking braking = config.braking().get(joint);
    double deceleration = braking.decelerationRadPerS2();
    double stopping = Math.sqrt(2 * deceleration * Math.max(0, distanceRad));
    double bound = Math.max(0, stopping - braking.offsetRadPerS());
    double capped = Math.min(model.limits(joint).maxSpeedRadPerS(), bound);
    boolean shrinking = capped > 0 && capped == bound && speedRadPerS > 0;
    double slope = shrinking ? -deceleration * speedRadPerS / stopping : 0;
    return Math.max(-2 * deceleration, slope + (capped - speedRadPerS) / config.responseSeconds());
  }
}
