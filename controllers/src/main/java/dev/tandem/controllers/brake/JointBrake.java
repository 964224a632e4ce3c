package dev.tandem.controllers.brake;

import dev.tandem.runtime.decide.Brake;
import dev.tandem.runtime.model.JointState;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.ElapsedPeriods;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Brings every joint to rest at a given deceleration, then holds it there: computed torque {@code
 * tau = M qdd + bias}, with {@code qdd = -w^2 (q - reference) - 2 w (qd - reference speed) +
 * reference acceleration} on a reference that starts at the measured state and slows down, also
 * through ticks that were skipped. Whoever drove is not asked; a stop of category 2 or 1 runs on
 * this.
 *
 * <p>Never drives a joint to where a spoilt reading put it: one that turns out slower than its
 * reference is not asked to speed up, the spring pulls with no more than the deceleration, and a
 * joint that is found twice as far away as that is held where it is. So who pushes the arm moves
 * it, against a force that does not grow.
 *
 * <p>Observes {@code q, qd}; takes no action; commands {@code tau}, in Nm. Control thread.
 */
public final class JointBrake implements Brake {
  /** Ticks in which everything has come to rest. */
  private static final long MOST_SKIPPED = 500;

  private final RobotModel model;
  private final BrakeConfig config;
  private final JointState state;
  private final Block torques;
  private final double[] reference;
  private final double[] speed;
  private final double[] acceleration;
  private final double[] mass;
  private final double[] torque;
  private final double omega;
  private final ElapsedPeriods elapsed = new ElapsedPeriods();

  /** Brakes as many joints as the configuration has decelerations for. */
  public JointBrake(
      SignalSpec observation, SignalSpec command, RobotModel model, BrakeConfig config) {
    int joints = model.joints();
    if (config.decelerationRadPerS2().size() != joints) {
      throw new IllegalArgumentException(
          "deceleration must have "
              + joints
              + " joints, got "
              + config.decelerationRadPerS2().size());
    }
    this.model = model;
    this.config = config;
    this.state = new JointState(observation, joints);
    this.torques = JointState.block(command, "tau", joints);
    this.reference = new double[joints];
    this.speed = new double[joints];
    this.acceleration = new double[joints];
    this.mass = new double[joints * joints];
    this.torque = new double[joints];
    this.omega = 2 * Math.PI * config.frequencyHz();
  }

  @Override
  @HotPath
  public void reset(Observation observation) {
    elapsed.restart();
    state.read(observation);
    for (int i = 0; i < reference.length; i++) {
      reference[i] = state.q()[i];
      speed[i] = state.qd()[i];
    }
  }

  @Override
  @HotPath
  public void update(Tick tick, Observation observation, Action action, MutableCommand command) {
    double dtSeconds = tick.periodNanos() * 1e-9;
    state.read(observation);
    model.update(state.q(), 0);
    model.massMatrix(mass);
    model.biasTorque(state.qd(), 0, torque);
    long skipped = Math.min(MOST_SKIPPED, elapsed.since(tick) - 1);
    for (int i = 0; i < reference.length; i++) {
      for (int k = 0; k < skipped; k++) {
        slowDown(i, dtSeconds);
      }
      giveWay(i);
      acceleration[i] = slowDown(i, dtSeconds) + pull(i);
    }
    for (int i = 0; i < torque.length; i++) {
      for (int k = 0; k < torque.length; k++) {
        torque[i] += mass[torque.length * i + k] * acceleration[k];
      }
      command.set(torques.offset() + i, torque[i]);
    }
  }

  /** A joint that is slower than its reference is not sped up. */
  @HotPath
  private void giveWay(int joint) {
    if (state.qd()[joint] * Math.signum(speed[joint]) < Math.abs(speed[joint])) {
      reference[joint] = state.q()[joint];
      speed[joint] = state.qd()[joint];
    }
  }

  /** Moves the reference on by a period; returns its acceleration. */
  @HotPath
  private double slowDown(int joint, double dtSeconds) {
    double before = speed[joint];
    double least = config.decelerationRadPerS2().get(joint) * dtSeconds;
    speed[joint] = Math.abs(before) <= least ? 0 : before - Math.copySign(least, before);
    reference[joint] += 0.5 * (before + speed[joint]) * dtSeconds;
    return (speed[joint] - before) / dtSeconds;
  }

  @HotPath
  private double pull(int joint) {
    double behind = leash(joint);
    double slower = speed[joint] - state.qd()[joint];
    return omega * omega * behind + 2 * omega * slower;
  }

  /** Keeps the reference near the joint; returns how far ahead of it. */
  @HotPath
  private double leash(int joint) {
    double q = state.q()[joint];
    double behind = reference[joint] - q;
    double most = config.decelerationRadPerS2().get(joint) / (omega * omega);
    if (Math.abs(behind) > 2 * most) {
      behind = 0;
    }
    behind = Math.max(-most, Math.min(most, behind));
    reference[joint] = q + behind;
    return behind;
  }
}
