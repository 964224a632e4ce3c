package dev.tandem.controllers.impedance;

import dev.tandem.runtime.time.HotPath;

/** Rotations as the upper left part of 4x4 row-major transforms, and as rotation vectors. */
public final class Rotation {
  private static final double TINY = 1e-9;

  private Rotation() {}

  /**
   * Writes the vector in rad, in base axes, that turns {@code from} into {@code to} to {@code
   * out[offset ..]}. Exact below half a turn; at exactly half a turn it is zero.
   */
  @HotPath
  public static void between(double[] from, double[] to, double[] out, int offset) {
    double x = (relative(to, from, 2, 1) - relative(to, from, 1, 2)) / 2;
    double y = (relative(to, from, 0, 2) - relative(to, from, 2, 0)) / 2;
    double z = (relative(to, from, 1, 0) - relative(to, from, 0, 1)) / 2;
    double sine = Math.sqrt(x * x + y * y + z * z);
    double trace = relative(to, from, 0, 0) + relative(to, from, 1, 1) + relative(to, from, 2, 2);
    double scale = sine > TINY ? Math.atan2(sine, (trace - 1) / 2) / sine : 1;
    out[offset] = scale * x;
    out[offset + 1] = scale * y;
    out[offset + 2] = scale * z;
  }

  /** One entry of {@code to * from'}. */
  @HotPath
  private static double relative(double[] to, double[] from, int row, int column) {
    int t = 4 * row;
    int f = 4 * column;
    return to[t] * from[f] + to[t + 1] * from[f + 1] + to[t + 2] * from[f + 2];
  }

  /**
   * Turns {@code start} by {@code factor} times the vector {@code v[offset ..]} of base axes into
   * {@code out} (Rodrigues); the two may be one array.
   */
  @HotPath
  static void turn(double[] start, double[] v, int offset, double factor, double[] out) {
    double x = factor * v[offset];
    double y = factor * v[offset + 1];
    double z = factor * v[offset + 2];
    double angle = Math.sqrt(x * x + y * y + z * z);
    double a = angle > TINY ? Math.sin(angle) / angle : 1;
    double b = angle > TINY ? (1 - Math.cos(angle)) / (angle * angle) : 0.5;
    for (int column = 0; column < 3; column++) {
      double p = start[column];
      double q = start[4 + column];
      double r = start[8 + column];
      double cx = y * r - z * q;
      double cy = z * p - x * r;
      double cz = x * q - y * p;
      out[column] = p + a * cx + b * (y * cz - z * cy);
      out[4 + column] = q + a * cy + b * (z * cx - x * cz);
      out[8 + column] = r + a * cz + b * (x * cy - y * cx);
    }
  }
}
