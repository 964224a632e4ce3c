package dev.tandem.controllers.operational;

import dev.tandem.runtime.time.HotPath;

/**
 * Inverse of a small positive semi-definite matrix by its eigenvalues, which are found by cyclic
 * Jacobi rotations (Golub and Van Loan, "Matrix Computations", 8.5). When the determinant is too
 * small, the eigenvalues that are small beside the largest are left out. Row-major; allocates
 * nothing after construction.
 */
final class SymmetricInverse {
  private static final int MOST_SWEEPS = 20;
  private static final double ROUNDING = 1e-26;

  private final int n;
  private final double leastDeterminant;
  private final double leastRatio;
  private final double[] diagonal;
  private final double[] vectors;

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
    this.diagonal = new double[n * n];
    this.vectors = new double[n * n];
  }

  /** Inverts {@code a} into {@code out}, both [n][n]; what is not finite comes out as NaN. */
  @HotPath
  void invert(double[] a, double[] out) {
    diagonalise(a);
    double determinant = 1;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      determinant *= diagonal[i * n + i];
      largest = Math.max(largest, diagonal[i * n + i]);
    }
    double least = Math.abs(determinant) < leastDeterminant ? leastRatio * largest : 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          double value = diagonal[k * n + k];
          sum += value <= least ? 0 : vectors[i * n + k] * vectors[j * n + k] / value;
        }
        out[i * n + j] = sum;
      }
    }
  }

  @HotPath
  private void diagonalise(double[] a) {
    System.arraycopy(a, 0, diagonal, 0, n * n);
    for (int i = 0; i < n * n; i++) {
      vectors[i] = i % (n + 1) == 0 ? 1 : 0;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++) {
      for (int i = 0; i < n - 1; i++) {
        for (int j = i + 1; j < n; j++) {
          rotate(i, j);
        }
      }
    }
  }

  /** Of what is not finite this is never true. */
  @HotPath
  private boolean isDiagonal() {
    double on = 0;
    double off = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double square = diagonal[i * n + j] * diagonal[i * n + j];
        on += i == j ? square : 0;
        off += i == j ? 0 : square;
      }
    }
    return off <= ROUNDING * on;
  }

  /** Turns the plane of two axes so that the entry between them becomes zero. */
  @HotPath
  private void rotate(int p, int q) {
    double between = diagonal[p * n + q];
    if (between == 0) {
      return;
    }
    double half = (diagonal[q * n + q] - diagonal[p * n + p]) / (2 * between);
    double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.sqrt(half * half + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < n; k++) {
      turn(diagonal, k * n + p, k * n + q, cosine, sine);
    }
    for (int k = 0; k < n; k++) {
      turn(diagonal, p * n + k, q * n + k, cosine, sine);
      turn(vectors, k * n + p, k * n + q, cosine, sine);
    }
  }

  @HotPath
  private static void turn(double[] matrix, int first, int second, double cosine, double sine) {
    double a = matrix[first];
    double b = matrix[second];
    matrix[first] = cosine * a - sine * b;
    matrix[second] = sine * a + cosine * b;
  }
}
