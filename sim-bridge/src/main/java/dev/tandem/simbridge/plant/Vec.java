package dev.tandem.simbridge.plant;

/**
 * Three-vectors and 3x3 matrices inside flat arrays, row-major, at an offset. Nothing allocates.
 */
final class Vec {
  private Vec() {}

  /** out = a x b. */
  static void cross(double[] a, int i, double[] b, int j, double[] out, int k) {
    double x = a[i + 1] * b[j + 2] - a[i + 2] * b[j + 1];
    double y = a[i + 2] * b[j] - a[i] * b[j + 2];
    out[k + 2] = a[i] * b[j + 1] - a[i + 1] * b[j];
    out[k] = x;
    out[k + 1] = y;
  }

  /** out += a x b; out is neither of them. */
  static void crossAdd(double[] a, int i, double[] b, int j, double[] out, int k) {
    out[k] += a[i + 1] * b[j + 2] - a[i + 2] * b[j + 1];
    out[k + 1] += a[i + 2] * b[j] - a[i] * b[j + 2];
    out[k + 2] += a[i] * b[j + 1] - a[i + 1] * b[j];
  }

  static double dot(double[] a, int i, double[] b, int j) {
    return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
  }

  /** out = m v. */
  static void rotate(double[] m, int i, double[] v, int j, double[] out, int k) {
    double x = dot(m, i, v, j);
    double y = dot(m, i + 3, v, j);
    out[k + 2] = dot(m, i + 6, v, j);
    out[k] = x;
    out[k + 1] = y;
  }

  /** out += m v. */
  static void rotateAdd(double[] m, int i, double[] v, int j, double[] out, int k) {
    double x = dot(m, i, v, j);
    double y = dot(m, i + 3, v, j);
    out[k + 2] += dot(m, i + 6, v, j);
    out[k] += x;
    out[k + 1] += y;
  }

  /** out = a b, all 3x3; out must be another array or place. */
  static void multiply(double[] a, int i, double[] b, int j, double[] out, int k) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        out[k + 3 * row + column] =
            a[i + 3 * row] * b[j + column]
                + a[i + 3 * row + 1] * b[j + 3 + column]
                + a[i + 3 * row + 2] * b[j + 6 + column];
      }
    }
  }

  /** out = r s r^T for a symmetric s; {@code scratch} has 9 places. */
  static void similarity(
      double[] r, int i, double[] s, int j, double[] out, int k, double[] scratch) {
    multiply(r, i, s, j, scratch, 0);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        out[k + 3 * row + column] = dot(scratch, 3 * row, r, i + 3 * column);
      }
    }
  }

  static void subtract(double[] a, int i, double[] b, int j, double[] out, int k) {
    out[k] = a[i] - b[j];
    out[k + 1] = a[i + 1] - b[j + 1];
    out[k + 2] = a[i + 2] - b[j + 2];
  }

  static void add(double[] a, int i, double[] out, int k) {
    out[k] += a[i];
    out[k + 1] += a[i + 1];
    out[k + 2] += a[i + 2];
  }
}
