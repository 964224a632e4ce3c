package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * A velocity's direction and two across it: a row along the velocity alone would not see what turns
 * it.
 */
final class VelocityFrame {
  private static final double AT_REST_M_PER_S = 1e-6;

  /** Three unit vectors, one after the other, [9]. */
  final double[] axes = new double[9];

  private final double[] across = new double[3];

  /** Along a velocity, [3] in m/s, of this length; along x when there is none. */
  @HotPath
  void turn(double[] velocity, double speed) {
    boolean resting = speed < AT_REST_M_PER_S;
    int flattest = 0;
    for (int k = 0; k < 3; k++) {
      axes[k] = resting ? (k == 0 ? 1 : 0) : velocity[k] / speed;
      across[k] = 0;
      flattest = Math.abs(axes[k]) < Math.abs(axes[flattest]) ? k : flattest;
    }
    across[flattest] = 1;
    cross(across, 3);
    double length = Math.sqrt(axes[3] * axes[3] + axes[4] * axes[4] + axes[5] * axes[5]);
    for (int k = 0; k < 3; k++) {
      axes[3 + k] /= length;
      across[k] = axes[3 + k];
    }
    cross(across, 6);
  }

  /** The first axis times {@code b}, to {@code out}. */
  @HotPath
  private void cross(double[] b, int out) {
    axes[out] = axes[1] * b[2] - axes[2] * b[1];
    axes[out + 1] = axes[2] * b[0] - axes[0] * b[2];
    axes[out + 2] = axes[0] * b[1] - axes[1] * b[0];
  }
}
