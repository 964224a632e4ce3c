package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/** The nearest points of two shapes, the distance, and the direction that lengthens it. */
public final class Nearest {
  private static final double TOUCHING_METRES = 1e-9;
  private static final double SHORT_SQUARE = 1e-12;

  /** On the first shape, [3]. */
  final double[] onFirst = new double[3];

  /** On the second shape, [3]. */
  final double[] onSecond = new double[3];

  /** Unit vector from the second shape to the first, [3]. */
  final double[] normal = new double[3];

  double distanceMetres;

  /**
   * Of two segments, either of which may be a point (Ericson, "Real-Time Collision Detection",
   * 2005, section 5.1.9).
   */
  @HotPath
  void segments(double[] from, double[] to, double[] otherFrom, double[] otherTo) {
    double a = 0;
    double b = 0;
    double c = 0;
    double e = 0;
    double f = 0;
    for (int k = 0; k < 3; k++) {
      double along = to[k] - from[k];
      double otherAlong = otherTo[k] - otherFrom[k];
      double between = from[k] - otherFrom[k];
      a += along * along;
      b += along * otherAlong;
      c += along * between;
      e += otherAlong * otherAlong;
      f += otherAlong * between;
    }
    double s = a > SHORT_SQUARE ? first(a, b, c, e, f) : 0;
    double t = e > SHORT_SQUARE ? (b * s + f) / e : 0;
    double clamped = clamp(t);
    if (clamped != t && a > SHORT_SQUARE) {
      s = clamp((b * clamped - c) / a);
    }
    set(from, to, otherFrom, otherTo, s, clamped);
  }

  @HotPath
  private static double first(double a, double b, double c, double e, double f) {
    double denominator = a * e - b * b;
    if (e <= SHORT_SQUARE) {
      return clamp(-c / a);
    }
    return denominator > SHORT_SQUARE * a * e ? clamp((b * f - c * e) / denominator) : 0.5;
  }

  @HotPath
  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }

  @HotPath
  private void set(
      double[] from, double[] to, double[] otherFrom, double[] otherTo, double s, double t) {
    double square = 0;
    for (int k = 0; k < 3; k++) {
      onFirst[k] = from[k] + s * (to[k] - from[k]);
      onSecond[k] = otherFrom[k] + t * (otherTo[k] - otherFrom[k]);
      normal[k] = onFirst[k] - onSecond[k];
      square += normal[k] * normal[k];
    }
    distanceMetres = Math.sqrt(square);
    boolean touching = distanceMetres < TOUCHING_METRES;
    for (int k = 0; k < 3; k++) {
      normal[k] = touching ? (k == 2 ? 1 : 0) : normal[k] / distanceMetres;
    }
  }

  /** Gives the second shape a radius. */
  @HotPath
  void shrink(double radiusMetres) {
    distanceMetres -= radiusMetres;
  }
}
