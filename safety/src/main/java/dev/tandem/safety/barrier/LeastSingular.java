package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * Least singular value of a [6][joints] matrix J and its vectors, by Jacobi's rotations on {@code J
 * J'} (Golub and Van Loan, "Matrix Computations", section 8.5).
 */
final class LeastSingular {
  private static final int ROWS = 6;
  private static final int SWEEPS = 8;

  private final int joints;
  private final double[] square = new double[ROWS * ROWS];
  private final double[] vectors = new double[ROWS * ROWS];

  /** [6]. */
  final double[] left = new double[ROWS];

  /** [joints]. */
  final double[] right;

  LeastSingular(int joints) {
    this.joints = joints;
    this.right = new double[joints];
  }

  @HotPath
  double compute(double[] jacobian) {
    load(jacobian);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      for (int p = 0; p < ROWS - 1; p++) {
        for (int q = p + 1; q < ROWS; q++) {
          off = Math.max(off, Math.abs(square[ROWS * p + q]));
          rotate(p, q);
        }
      }
      if (off < 1e-12) {
        break;
      }
    }
    return take(jacobian);
  }

  @HotPath
  private void load(double[] jacobian) {
    for (int row = 0; row < ROWS; row++) {
      for (int other = 0; other < ROWS; other++) {
        double sum = 0;
        for (int i = 0; i < joints; i++) {
          sum += jacobian[joints * row + i] * jacobian[joints * other + i];
        }
        square[ROWS * row + other] = sum;
        vectors[ROWS * row + other] = row == other ? 1 : 0;
      }
    }
  }

  @HotPath
  private void rotate(int p, int q) {
    double pq = square[ROWS * p + q];
    if (pq == 0) {
      return;
    }
    double theta = (square[ROWS * q + q] - square[ROWS * p + p]) / (2 * pq);
    double sign = theta >= 0 ? 1 : -1;
    double t = sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < ROWS; k++) {
      turn(square, ROWS * k + p, ROWS * k + q, c, s);
      turn(vectors, ROWS * k + p, ROWS * k + q, c, s);
    }
    for (int k = 0; k < ROWS; k++) {
      turn(square, ROWS * p + k, ROWS * q + k, c, s);
    }
  }

  @HotPath
  private static void turn(double[] a, int first, int second, double c, double s) {
    double x = a[first];
    double y = a[second];
    a[first] = c * x - s * y;
    a[second] = s * x + c * y;
  }

  @HotPath
  private double take(double[] jacobian) {
    int least = 0;
    for (int k = 1; k < ROWS; k++) {
      least = square[(ROWS + 1) * k] < square[(ROWS + 1) * least] ? k : least;
    }
    double value = Math.sqrt(Math.max(0, square[(ROWS + 1) * least]));
    for (int k = 0; k < ROWS; k++) {
      left[k] = vectors[ROWS * k + least];
    }
    for (int i = 0; i < joints; i++) {
      right[i] = 0;
      for (int k = 0; k < ROWS; k++) {
        right[i] += value > 0 ? jacobian[joints * k + i] * left[k] / value : 0;
      }
    }
    return value;
  }
}
