package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.LastNumbers;
import dev.tandem.runtime.model.SymmetricEigen;
import dev.tandem.runtime.time.HotPath;

/**
 * Singular values of a [6][joints] matrix J, and the vectors of the least one, by the eigenvalues
 * of {@code J J'}. Nothing is allocated.
 */
public final class SingularValues {
  private static final int ROWS = 6;

  /** Squared, of the largest value, what rounding leaves of one that is zero. */
  private static final double ROUNDING = 1e-14;

  private final int joints;
  private final LastNumbers matrix;
  private final double[] square = new double[ROWS * ROWS];
  private final SymmetricEigen eigen = new SymmetricEigen(ROWS);
  private double leastSquare;
  private double mostSquare;
  private double leastValue;

  /** Of the least value, [6]. */
  final double[] left = new double[ROWS];

  /** Of the least value, [joints]; zero at a singularity. */
  final double[] right;

  public SingularValues(int joints) {
    this.joints = joints;
    this.matrix = new LastNumbers(ROWS * joints);
    this.right = new double[joints];
  }

  /** Takes a matrix to pieces; returns its least singular value. */
  @HotPath
  public double compute(double[] jacobian) {
    if (matrix.areOthers(jacobian, 0)) {
      load(jacobian);
      eigen.compute(square);
      leastValue = take(jacobian);
    }
    return leastValue;
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
      }
    }
  }

  @HotPath
  private double take(double[] jacobian) {
    int least = 0;
    mostSquare = 0;
    for (int k = 0; k < ROWS; k++) {
      least = eigen.value(k) < eigen.value(least) ? k : least;
      mostSquare = Math.max(mostSquare, eigen.value(k));
    }
    leastSquare = Math.max(0, eigen.value(least));
    double value = Math.sqrt(leastSquare);
    for (int k = 0; k < ROWS; k++) {
      left[k] = eigen.vector(k, least);
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
