package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import java.util.function.DoubleSupplier;

/** Speed and box of the tool point. */
final class ToolRows implements BarrierSource {
  /** The most of a low speed that the margin takes. */
  private static final double MARGIN_SHARE = 0.4;

  private final ToolBarrierConfig config;
  private final SpaceConfig space;
  private final BarrierNames names;
  private final DoubleSupplier allowedSpeedMPerS;
  private final double[] point = new double[3];
  private final double[] normal = new double[3];

  private final VelocityFrame frame = new VelocityFrame();

  ToolRows(
      ToolBarrierConfig config,
      SpaceConfig space,
      BarrierNames names,
      DoubleSupplier allowedSpeedMPerS) {
    this.config = config;
    this.space = space;
    this.names = names;
    this.allowedSpeedMPerS = allowedSpeedMPerS;
  }

  @Override
  public int maxRows() {
    return 12;
  }

  @Override
  @HotPath
  public void add(ArmMotion motion, double[] q, BarrierRows rows) {
    for (int axis = 0; axis < 3; axis++) {
      point[axis] = motion.tool[4 * axis + 3];
    }
    speed(motion, rows);
    for (int axis = 0; axis < 3; axis++) {
      wall(axis, 1, config.maxMetres()[axis] - point[axis], motion, rows);
      wall(axis, -1, point[axis] - config.minMetres()[axis], motion, rows);
    }
  }

  @HotPath
  private void speed(ArmMotion motion, BarrierRows rows) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      normal[axis] = 0;
      for (int i = 0; i < motion.joints; i++) {
        normal[axis] += motion.jacobian[motion.joints * axis + i] * motion.qd[i];
      }
      square += normal[axis] * normal[axis];
    }
    double speed = Math.sqrt(square);
    frame.turn(normal, speed);
    double limit = Math.min(config.maxSpeedMPerS(), allowedSpeedMPerS.getAsDouble());
    double allowed = limit >= 0 ? limit : 0;
    double most = allowed - Math.min(config.speedMarginMPerS(), MARGIN_SHARE * allowed);
    rows.name = names.toolSpeed();
    double sideways = Math.sqrt(0.5 * Math.max(0, most * most - square));
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        for (int k = 0; k < 3; k++) {
          normal[k] = sign * frame.axes[3 * axis + k];
        }
        Approach approach = rows.approach;
        approach.bound = axis == 0 ? most : sideways;
        approach.boundRate = 0;
        approach.maxDeceleration = 2 * config.decelerationMPerS2();
        row(BarrierLimit.TOOL_SPEED, motion, rows, axis == 0 ? sign * speed : 0);
      }
    }
  }

  @HotPath
  private void wall(int axis, int sign, double distance, ArmMotion motion, BarrierRows rows) {
    if (distance == Double.POSITIVE_INFINITY) {
      return;
    }
    double speed = 0;
    for (int k = 0; k < 3; k++) {
      normal[k] = k == axis ? sign : 0;
    }
    for (int i = 0; i < motion.joints; i++) {
      speed += sign * motion.jacobian[motion.joints * axis + i] * motion.qd[i];
    }
    rows.name = names.toolBox(axis, sign);
    rows.approach.speed = speed;
    rows.approach.boundByDistance(
        distance - space.marginMetres(),
        space.decelerationMPerS2(),
        space.offsetMPerS(),
        config.maxSpeedMPerS());
    row(BarrierLimit.TOOL_BOX, motion, rows, speed);
  }

  @HotPath
  private void row(BarrierLimit limit, ArmMotion motion, BarrierRows rows, double speed) {
    rows.approach.speed = speed;
    rows.approach.drift = motion.drift(motion.joints - 1, point, normal);
    motion.addSpeedRow(motion.joints - 1, point, normal, 1, rows.next);
    rows.addApproach(limit);
  }
}
