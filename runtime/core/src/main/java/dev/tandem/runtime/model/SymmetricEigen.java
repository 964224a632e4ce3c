package dev.tandem.runtime.model;

import dev.tandem.runtime.time.HotPath;

/**
 * Eigenvalues and vectors of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van
 * Loan, "Matrix Computations", 8.5). Row-major; allocates nothing after construction; of what is
 * not finite everything comes out as NaN. One thread.
 */
public final class SymmetricEigen {
  private static final int MOST_SWEEPS = 20;

  /** Of the squared sums beside and on the diagonal. */
  private static final double ROUNDING = 1e-26;

  private final int n;
  private final double[] diagonal;
  private final double[] vectors;

  /** For matrices [n][n]. */
  public SymmetricEigen(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, got " + n);
    }
    this.n = n;
    this.diagonal = new double[n * n];
    this.vectors = new double[n * n];
  }

  /** Of {@code a}, [n][n], which is left as it is. */
  @HotPath
  public void compute(double[] a) {
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

  /** The eigenvalue {@code k} of n, in no order. */
  @HotPath
  public double value(int k) {
    return diagonal[(n + 1) * k];
  }

  /** Of the eigenvector {@code k}, whose length is 1, what it has along {@code axis}. */
  @HotPath
  public double vector(int axis, int k) {
    return vectors[n * axis + k];
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
