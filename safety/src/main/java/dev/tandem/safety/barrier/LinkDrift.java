package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * How the links accelerate while no joint does: the centripetal and Coriolis part, J' qd, by the
 * recursion from the base outwards. Base axes.
 */
final class LinkDrift {
  private final int joints;
  private final double[] spin;
  private final double[] spinRate;
  private final double[] origin;
  private final double[] arm = new double[3];
  private final double[] work = new double[3];
  private final double[] axis = new double[3];

  LinkDrift(int joints) {
    this.joints = joints;
    this.spin = new double[3 * joints];
    this.spinRate = new double[3 * joints];
    this.origin = new double[3 * joints];
  }

  @HotPath
  void update(double[] frames, double[] jacobian, double[] qd) {
    for (int i = 0; i < joints; i++) {
      for (int k = 0; k < 3; k++) {
        axis[k] = qd[i] * jacobian[(3 + k) * joints + i];
        spin[3 * i + k] = axis[k] + (i > 0 ? spin[3 * (i - 1) + k] : 0);
        spinRate[3 * i + k] = i > 0 ? spinRate[3 * (i - 1) + k] : 0;
        origin[3 * i + k] = 0;
      }
      if (i > 0) {
        addCross(spin, 3 * (i - 1), axis, spinRate, 3 * i);
        for (int k = 0; k < 3; k++) {
          arm[k] = frames[16 * i + 4 * k + 3] - frames[16 * (i - 1) + 4 * k + 3];
        }
        accelerate(i - 1, origin, 3 * i);
      }
    }
  }

  /** {@code out = origin acceleration + spinRate x arm + spin x (spin x arm)} of link i. */
  @HotPath
  private void accelerate(int i, double[] out, int at) {
    work[0] = 0;
    work[1] = 0;
    work[2] = 0;
    addCross(spin, 3 * i, arm, work, 0);
    for (int k = 0; k < 3; k++) {
      out[at + k] = origin[3 * i + k];
    }
    addCross(spinRate, 3 * i, arm, out, at);
    addCross(spin, 3 * i, work, out, at);
  }

  @HotPath
  double along(double[] frames, int link, double[] point, double[] n) {
    for (int k = 0; k < 3; k++) {
      arm[k] = point[k] - frames[16 * link + 4 * k + 3];
    }
    accelerate(link, axis, 0);
    return axis[0] * n[0] + axis[1] * n[1] + axis[2] * n[2];
  }

  @HotPath
  private static void addCross(double[] a, int ai, double[] b, double[] out, int oi) {
    out[oi] += a[ai + 1] * b[2] - a[ai + 2] * b[1];
    out[oi + 1] += a[ai + 2] * b[0] - a[ai] * b[2];
    out[oi + 2] += a[ai] * b[1] - a[ai + 1] * b[0];
  }
}
