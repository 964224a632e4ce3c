package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * Slows motion towards singular postures: the least singular value s of the tool's Jacobian may
 * shrink no faster than {@code (s - least) / seconds}. Its gradient is {@code u' dJ/dq v}, from the
 * derivative of the geometric Jacobian.
 */
final class SingularityRow implements BarrierSource {
  private static final double ISOLATED = 1e-9;

  /** Singular values above so many times the least one are left alone. */
  private static final double NEAR = 4;

  private final ToolBarrierConfig config;
  private final SingularValues least;
  private final BarrierNames names;
  private final double[] gradient;

  SingularityRow(ToolBarrierConfig config, MeasuredArm arm, BarrierNames names) {
    this.config = config;
    this.least = arm.tool();
    this.names = names;
    this.gradient = new double[arm.model().joints()];
  }

  @Override
  public int maxRows() {
    return 1;
  }

  @Override
  @HotPath
  public void add(ArmMotion motion, double[] q, BarrierRows rows) {
    if (config.leastSingularValue() == 0) {
      return;
    }
    double value = least.compute(motion.jacobian);
    if (value > NEAR * config.leastSingularValue() || value < ISOLATED) {
      return;
    }
    fillGradient(motion.jacobian, motion.joints);
    for (int i = 0; i < motion.joints; i++) {
      rows.next[i] = -gradient[i];
    }
    Approach approach = rows.approach;
    approach.speed = rows.speedOfNext();
    approach.drift = 0;
    approach.bound = Math.max(0, value - config.leastSingularValue()) / config.singularSeconds();
    approach.boundRate = -Math.max(0, approach.speed) / config.singularSeconds();
    approach.maxDeceleration = Double.MAX_VALUE;
    rows.name = names.singularity();
    rows.addApproach(BarrierLimit.SINGULARITY);
  }

  @HotPath
  private void fillGradient(double[] j, int n) {
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += least.right[i] * changeOfColumn(j, n, i, k);
      }
      gradient[k] = sum;
    }
  }

  /** {@code u' dJ_i/dq_k}: an outer joint turns with k, an inner one sees the tool move by k. */
  @HotPath
  private double changeOfColumn(double[] j, int n, int i, int k) {
    double[] u = least.left;
    if (k <= i) {
      return cross(j, n, 3, k, 0, i, u, 0) + cross(j, n, 3, k, 3, i, u, 3);
    }
    return cross(j, n, 3, i, 0, k, u, 0);
  }

  /** {@code u[at ..] (a x b)} with a and b three rows of columns i and k of J. */
  @HotPath
  private static double cross(
      double[] j, int n, int aRow, int a, int bRow, int b, double[] u, int at) {
    double ax = j[aRow * n + a];
    double ay = j[(aRow + 1) * n + a];
    double az = j[(aRow + 2) * n + a];
    double bx = j[bRow * n + b];
    double by = j[(bRow + 1) * n + b];
    double bz = j[(bRow + 2) * n + b];
    return u[at] * (ay * bz - az * by)
        + u[at + 1] * (az * bx - ax * bz)
        + u[at + 2] * (ax * by - ay * bx);
  }
}
