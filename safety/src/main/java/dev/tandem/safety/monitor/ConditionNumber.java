package dev.tandem.safety.monitor;

import dev.tandem.runtime.time.HotPath;

/**
 * Largest by smallest singular value of a Jacobian with 6 rows, from the eigenvalues of {@code J
 * J^T} by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5). Nothing is
 * allocated.
 */
final class ConditionNumber {
  private static final int ROWS = 6;
  private static final int SWEEPS = 8;
  private static final double SETTLED = 1e-14;

  private final double[] a = new double[ROWS * ROWS];

  /**
   * Infinite at a singularity.
   *
   * @param jacobian [6][columns], row-major
   */
  @HotPath
  double of(double[] jacobian, int columns) {
    multiply(jacobian, columns);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < ROWS - 1; p++) {
        for (int q = p + 1; q < ROWS; q++) {
          rotate(p, q);
        }
      }
    }
    double least = a[0];
    double most = a[0];
    for (int i = 1; i < ROWS; i++) {
      least = Math.min(least, a[(ROWS + 1) * i]);
      most = Math.max(most, a[(ROWS + 1) * i]);
    }
    return least > SETTLED * most ? Math.sqrt(most / least) : Double.POSITIVE_INFINITY;
  }

  @HotPath
  private void multiply(double[] jacobian, int columns) {
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < ROWS; j++) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
          sum += jacobian[columns * i + k] * jacobian[columns * j + k];
        }
        a[ROWS * i + j] = sum;
      }
    }
  }

  /** Makes a[p][q] zero. */
  @HotPath
  private void rotate(int p, int q) {
    double off = a[ROWS * p + q];
    if (off == 0) {
      return;
    }
    double theta = (a[(ROWS + 1) * q] - a[(ROWS + 1) * p]) / (2 * off);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < ROWS; k++) {
      turn(ROWS * k + p, ROWS * k + q, c, s);
    }
    for (int k = 0; k < ROWS; k++) {
      turn(ROWS * p + k, ROWS * q + k, c, s);
    }
  }

  @HotPath
  private void turn(int i, int j, double c, double s) {
    double x = a[i];
    double y = a[j];
    a[i] = c * x - s * y;
    a[j] = s * x + c * y;
  }
}
