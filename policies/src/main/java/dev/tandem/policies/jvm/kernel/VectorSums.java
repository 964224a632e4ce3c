package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums down the rows of a panel, in the order of the rows. */
final class VectorSums {
  private static final int W = Panels.WIDTH;

  private VectorSums() {}

  static void rows(float[] s, int panel, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = panel + column;
      for (int row = 0; row < rows; row++, at += W) {
        sum = sum.add(FloatVector.fromArray(SPECIES, s, at));
      }
      sum.intoArray(s, out + column);
    }
  }

  static void products(float[] s, int left, int right, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int row = 0; row < rows; row++) {
        int at = column + row * W;
        sum =
            FloatVector.fromArray(SPECIES, s, left + at)
                .fma(FloatVector.fromArray(SPECIES, s, right + at), sum);
      }
      sum.intoArray(s, out + column);
    }
  }

  static void weighted(float[] s, int weights, int panel, int rows, int out) {
    for (int column = 0; column < W; column += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = panel + column;
      for (int row = 0; row < rows; row++, at += W) {
        sum =
            FloatVector.broadcast(SPECIES, s[weights + row])
                .fma(FloatVector.fromArray(SPECIES, s, at), sum);
      }
      sum.intoArray(s, out + column);
    }
  }
}
