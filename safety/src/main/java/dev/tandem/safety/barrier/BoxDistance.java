package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;

/**
 * Signed distance of a segment from a box. The distance from a convex body is convex along a line,
 * so that its least value is where its slope changes sign, found by halving. Where it does not
 * change, as with a floor, that is an end, and nothing is halved.
 */
final class BoxDistance {
  private static final int HALVINGS = 26;

  private BoxDistance() {}

  @HotPath
  static void nearest(double[] from, double[] to, double[] min, double[] max, Nearest out) {
    at(from, to, 0, min, max, out);
    if (slope(from, to, out) > 0) {
      return;
    }
    at(from, to, 1, min, max, out);
    if (slope(from, to, out) > 0) {
      halve(from, to, min, max, out);
    }
  }

  @HotPath
  private static void halve(double[] from, double[] to, double[] min, double[] max, Nearest out) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      at(from, to, middle, min, max, out);
      if (slope(from, to, out) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  /** Of the distance along the segment, where it was measured last. */
  @HotPath
  private static double slope(double[] from, double[] to, Nearest out) {
    double slope = 0;
    for (int k = 0; k < 3; k++) {
      slope += out.normal[k] * (to[k] - from[k]);
    }
    return slope;
  }

  @HotPath
  private static void at(
      double[] from, double[] to, double t, double[] min, double[] max, Nearest out) {
    double square = 0;
    double depth = Double.NEGATIVE_INFINITY;
    int face = 0;
    for (int k = 0; k < 3; k++) {
      double p = from[k] + t * (to[k] - from[k]);
      double beyond = Math.max(min[k] - p, p - max[k]);
      out.onFirst[k] = p;
      out.normal[k] = p - Math.max(min[k], Math.min(max[k], p));
      square += out.normal[k] * out.normal[k];
      if (beyond > depth) {
        depth = beyond;
        face = k;
      }
    }
    if (square > 0) {
      out.distanceMetres = Math.sqrt(square);
      for (int k = 0; k < 3; k++) {
        out.normal[k] /= out.distanceMetres;
      }
    } else {
      out.distanceMetres = depth;
      out.normal[face] = out.onFirst[face] - min[face] == -depth ? -1 : 1;
    }
    for (int k = 0; k < 3; k++) {
      out.onSecond[k] = out.onFirst[k] - out.distanceMetres * out.normal[k];
    }
  }
}
