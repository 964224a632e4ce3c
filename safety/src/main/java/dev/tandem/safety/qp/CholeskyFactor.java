package dev.tandem.safety.qp;

import dev.tandem.runtime.time.HotPath;

/** {@code A = L L'} for small positive definite matrices, row-major, without any object. */
public final class CholeskyFactor {
  private CholeskyFactor() {}

  /** Fills the lower triangle of {@code l}; false when A is not positive definite or not finite. */
  @HotPath
  public static boolean compute(double[] a, int n, double[] l) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        if (i == j) {
          if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
            return false;
          }
          l[i * n + i] = Math.sqrt(sum);
        } else {
          l[i * n + j] = sum / l[j * n + j];
        }
      }
    }
    return true;
  }

  /** Fills {@code inverse}, [n][n], with that of A, and overwrites the factor by its own. */
  @HotPath
  public static void invert(double[] l, int n, double[] inverse) {
    for (int i = 0; i < n; i++) {
      l[i * n + i] = 1 / l[i * n + i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum += l[i * n + k] * l[k * n + j];
        }
        l[i * n + j] = -l[i * n + i] * sum;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < n; k++) {
          sum += l[k * n + i] * l[k * n + j];
        }
        inverse[i * n + j] = sum;
        inverse[j * n + i] = sum;
      }
    }
  }

  /** Overwrites the right-hand side {@code x}, [n], by the solution of {@code L L' x = rhs}. */
  @HotPath
  public static void solve(double[] l, int n, double[] x) {
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i * n + k] * x[k];
      }
      x[i] = sum / l[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k * n + i] * x[k];
      }
      x[i] = sum / l[i * n + i];
    }
  }
}
