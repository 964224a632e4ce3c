package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.time.HotPath;

/** Position, speed and asked acceleration of every joint, in both directions. */
final class JointRows implements BarrierSource {
  private final RobotModel model;
  private final JointBarrierConfig config;
  private final BarrierNames names;
  private final double[] acceleration;

  JointRows(RobotModel model, JointBarrierConfig config, BarrierNames names) {
    if (config.braking().size() != model.joints()) {
      throw new IllegalArgumentException(
          "braking must have " + model.joints() + " joints, got " + config.braking().size());
    }
    this.model = model;
    this.config = config;
    this.names = names;
    this.acceleration =
        config.accelerationRadPerS2().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public int maxRows() {
    return 4 * model.joints();
  }

  @Override
  @HotPath
  public void add(ArmMotion motion, double[] q, BarrierRows rows) {
    for (int i = 0; i < q.length; i++) {
      JointLimits limits = model.limits(i);
      towards(i, 1, limits.maxPositionRad() - q[i], motion, rows);
      towards(i, -1, q[i] - limits.minPositionRad(), motion, rows);
      rows.name = names.acceleration(i);
      rows.next[i] = 1;
      rows.addPlain(BarrierLimit.ACCELERATION, acceleration[i]);
      rows.next[i] = -1;
      rows.addPlain(BarrierLimit.ACCELERATION, acceleration[i]);
    }
  }

  @HotPath
  private void towards(int i, int sign, double distanceRad, ArmMotion motion, BarrierRows rows) {
    JointBraking braking = config.braking().get(i);
    Approach approach = rows.approach;
    approach.speed = sign * motion.qd[i];
    approach.drift = 0;
    double top = model.limits(i).maxSpeedRadPerS() - config.speedMarginRadPerS();
    approach.boundByDistance(
        distanceRad - config.marginRad(),
        braking.decelerationRadPerS2(),
        braking.offsetRadPerS(),
        top);
    rows.name = approach.bound < top ? names.position(i) : names.speed(i);
    rows.next[i] = sign;
    rows.addApproach(BarrierLimit.JOINT);
  }

  /**
   * Too far outside, too fast, or not to be braked even at twice the deceleration counted on.
   *
   * @param command is told which joint it is, and of what it had too much
   */
  @HotPath
  boolean isBeyondControl(double[] q, double[] qd, MutableCommand command) {
    for (int i = 0; i < q.length; i++) {
      JointLimits limits = model.limits(i);
      double up = limits.maxPositionRad() - q[i];
      double down = q[i] - limits.minPositionRad();
      boolean outside = Math.min(up, down) < -config.stopBeyondRad();
      boolean racing = Math.abs(qd[i]) > config.stopSpeedRatio() * limits.maxSpeedRadPerS();
      if (outside || racing || cannotBrake(i, up, qd[i]) || cannotBrake(i, down, -qd[i])) {
        command.limitedBy(racing ? names.speed(i) : names.position(i));
        return true;
      }
    }
    return false;
  }

  @HotPath
  private boolean cannotBrake(int joint, double distanceRad, double speedRadPerS) {
    JointBraking braking = config.braking().get(joint);
    double stopping = Math.sqrt(4 * braking.decelerationRadPerS2() * Math.max(0, distanceRad));
    return speedRadPerS - braking.offsetRadPerS() > stopping;
  }
}
