package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.time.HotPath;

/**
 * What each drive can do in this tick: its limit, and what the rate allows from the last torque.
 * After a stop, when all last torques are exactly zero, the rate counts from the torque that holds
 * the arm, as it does in the torque-rate filter.
 */
final class TorqueRange {
  final double[] low;
  final double[] high;
  final double[] from;
  private final RobotModel model;
  private final double maxRateNmPerS;
  private final double[] motionless;
  private boolean stopped;

  TorqueRange(RobotModel model, double maxRateNmPerS) {
    int joints = model.joints();
    this.model = model;
    this.maxRateNmPerS = maxRateNmPerS;
    this.low = new double[joints];
    this.high = new double[joints];
    this.from = new double[joints];
    this.motionless = new double[joints];
  }

  /** Needs the model's update. */
  @HotPath
  void update(Command lastApplied, int offset, double dtSeconds) {
    stopped = true;
    for (int i = 0; i < from.length; i++) {
      from[i] = lastApplied.get(offset + i);
      stopped &= from[i] == 0;
    }
    if (stopped) {
      model.biasTorque(motionless, 0, from);
    }
    double step = maxRateNmPerS * dtSeconds;
    for (int i = 0; i < from.length; i++) {
      double most = model.limits(i).maxTorqueNm();
      low[i] = Math.max(-most, Math.min(most, from[i] - step));
      high[i] = Math.max(-most, Math.min(most, from[i] + step));
    }
  }

  /** False after a stop. */
  @HotPath
  boolean isDriven() {
    return !stopped;
  }

  @HotPath
  double clip(int joint, double torqueNm) {
    return Math.max(low[joint], Math.min(high[joint], torqueNm));
  }

  /** Adds one row for either end of every range, in accelerations. */
  @HotPath
  void add(ArmMotion motion, BarrierRows rows) {
    for (int i = 0; i < from.length; i++) {
      addEnd(i, -1, low[i], motion, rows);
      addEnd(i, 1, high[i], motion, rows);
    }
  }

  @HotPath
  private void addEnd(int joint, int sign, double endNm, ArmMotion motion, BarrierRows rows) {
    for (int k = 0; k < from.length; k++) {
      rows.next[k] = sign * motion.mass[from.length * joint + k];
    }
    rows.name = joint; // torques come first among the names
    rows.addTorque(sign * (endNm - motion.bias[joint]));
  }

  /**
   * The hardest braking: accelerations along -qd, as large as the drives' limits allow, then what
   * of it the rate allows now. Stops the arm no faster than in {@code leastSeconds}.
   */
  @HotPath
  void brake(ArmMotion motion, double leastSeconds, double[] out) {
    double most = 1 / leastSeconds;
    for (int i = 0; i < from.length; i++) {
      double momentum = 0;
      for (int k = 0; k < from.length; k++) {
        momentum += motion.mass[from.length * i + k] * motion.qd[k];
      }
      out[i] = momentum;
      double reach = model.limits(i).maxTorqueNm() + Math.signum(momentum) * motion.bias[i];
      most = momentum == 0 ? most : Math.min(most, Math.max(0, reach) / Math.abs(momentum));
    }
    for (int i = 0; i < from.length; i++) {
      out[i] = clip(i, motion.bias[i] - most * out[i]);
    }
  }
}
