package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/** Sums down the rows of a panel, in the order of the rows, and sums across them. */
final class VectorSums {
  private static final int W = Panels.WIDTH;

  private VectorSums() {}

  static void rows(float[] s, int panel, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = panel + column;
      for (int row = 0; row < rows; row++, at += W) {
        sum = sum.add(at(s, at));
      }
      sum.intoArray(s, out + column);
    }
  }

  static void products(float[] s, int left, int right, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int row = 0; row < rows; row++) {
        int at = column + row * W;
        sum = at(s, left + at).fma(at(s, right + at), sum);
      }
      sum.intoArray(s, out + column);
    }
  }

  static void weighted(float[] s, int weights, int panel, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = panel + column;
      for (int row = 0; row < rows; row++, at += W) {
        sum = all(s[weights + row]).fma(at(s, at), sum);
      }
      sum.intoArray(s, out + column);
    }
  }

  static float dot(float[] s, Panels matrix, int row, int weights) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int panels = matrix.panels();
    for (int panel = 0; panel < panels; panel++) {
      int x = matrix.row(panel, row);
      int w = weights + panel * W;
      sum0 = at(s, x).fma(at(s, w), sum0);
      sum1 = at(s, x + LANES).fma(at(s, w + LANES), sum1);
      sum2 = at(s, x + 2 * LANES).fma(at(s, w + 2 * LANES), sum2);
      sum3 = at(s, x + 3 * LANES).fma(at(s, w + 3 * LANES), sum3);
    }
    return Simd.total(sum0.add(sum1).add(sum2.add(sum3))).lane(0);
  }

  static float squares(float[] s, int from, int count) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = from; i < from + count; i += LANES) {
      FloatVector x = at(s, i);
      sum = x.fma(x, sum);
    }
    return Simd.total(sum).lane(0);
  }
}
