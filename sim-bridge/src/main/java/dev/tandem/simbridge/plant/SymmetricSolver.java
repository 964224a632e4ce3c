package dev.tandem.simbridge.plant;

/** Solves a symmetric positive definite system in place by Cholesky. Nothing is allocated. */
final class SymmetricSolver {
  /** The matrix on entry, its lower factor after {@link #solve}; [n][n]. */
  final double[] matrix;

  /** The right side on entry, the solution after {@link #solve}; [n]. */
  final double[] x;

  private final int n;

  SymmetricSolver(int n) {
    this.n = n;
    this.matrix = new double[n * n];
    this.x = new double[n];
  }

  void solve() {
    factor();
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - head(i, i)) / matrix[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < n; k++) {
        sum -= matrix[k * n + i] * x[k];
      }
      x[i] = sum / matrix[i * n + i];
    }
  }

  private double head(int row, int upTo) {
    double sum = 0;
    for (int k = 0; k < upTo; k++) {
      sum += matrix[row * n + k] * x[k];
    }
    return sum;
  }

  private void factor() {
    for (int j = 0; j < n; j++) {
      double pivot = matrix[j * n + j] - rows(j, j, j);
      matrix[j * n + j] = Math.sqrt(pivot);
      for (int i = j + 1; i < n; i++) {
        matrix[i * n + j] = (matrix[i * n + j] - rows(i, j, j)) / matrix[j * n + j];
      }
    }
  }

  private double rows(int a, int b, int upTo) {
    double sum = 0;
    for (int k = 0; k < upTo; k++) {
      sum += matrix[a * n + k] * matrix[b * n + k];
    }
    return sum;
  }
}
