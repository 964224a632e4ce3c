package dev.tandem.controllers.operational;

import dev.tandem.runtime.model.SymmetricEigen;
import dev.tandem.runtime.time.HotPath;

/**
 * Inverse of a small positive semi-definite matrix by its eigenvalues. When the determinant is too
 * small, the eigenvalues that are small beside the largest are left out. Row-major; allocates
 * nothing after construction.
 */
final class SymmetricInverse {
  private final int n;
  private final double leastDeterminant;
  private final double leastRatio;
  private final SymmetricEigen eigen;

  /**
   * For matrices of one size.
   *
   * @param leastDeterminant from which on nothing is left out
   * @param leastRatio to the largest eigenvalue, below which one is left out
   */
  SymmetricInverse(int n, double leastDeterminant, double leastRatio) {
    this.n = n;
    this.leastDeterminant = leastDeterminant;
    this.leastRatio = leastRatio;
    this.eigen = new SymmetricEigen(n);
  }

  /** Inverts {@code a} into {@code out}, both [n][n]; what is not finite comes out as NaN. */
  @HotPath
  void invert(double[] a, double[] out) {
    eigen.compute(a);
    double determinant = 1;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      determinant *= eigen.value(i);
      largest = Math.max(largest, eigen.value(i));
    }
    double least = Math.abs(determinant) < leastDeterminant ? leastRatio * largest : 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          double value = eigen.value(k);
          sum += value <= least ? 0 : eigen.vector(i, k) * eigen.vector(j, k) / value;
        }
        out[i * n + j] = sum;
      }
    }
  }
}
