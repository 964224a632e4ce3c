package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * Singular values of a [6][joints] matrix J, and the vectors of the least one, by Jacobi's
 * rotations on {@code J J'} (Golub and Van Loan, "Matrix Computations", section 8.5). Nothing is
 * allocated.
 */
public final class SingularValues {
  private static final int ROWS = 6;
  private static final int SWEEPS = 8;

  /** Squared, of the largest value, what rounding leaves of one that is zero. */
  private static final double ROUNDING = 1e-14;

  private final int joints;
  private final double[] square = new double[ROWS * ROWS];
  private final double[] vectors = new double[ROWS * ROWS];
  private double leastSquare;
  private double mostSquare;

  /** Of the least value, [6]. */
  final double[] left = new double[ROWS];

  /** Of the least value, [joints]; zero at a singularity. */
  final double[] right;

  public SingularValues(int joints) {
    this.joints = joints;
    this.right = new double[joints];
  }

  /** Takes a matrix to pieces; returns its least singular value. */
  @HotPath
  public double compute(double[] jacobian) {
    load(jacobian);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      for (int q = 1; q < ROWS; q++) {
        for (int p = 0; p < q; p++) {
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

  /** Largest by least singular value of the last matrix; infinite at a singularity. */
  @HotPath
  public double condition() {
    return leastSquare > ROUNDING * mostSquare
        ? Math.sqrt(mostSquare / leastSquare)
        : Double.POSITIVE_INFINITY;
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
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
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
    mostSquare = 0;
    for (int k = 0; k < ROWS; k++) {
      least = square[(ROWS + 1) * k] < square[(ROWS + 1) * least] ? k : least;
      mostSquare = Math.max(mostSquare, square[(ROWS + 1) * k]);
    }
    leastSquare = Math.max(0, square[(ROWS + 1) * least]);
    double value = Math.sqrt(leastSquare);
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
