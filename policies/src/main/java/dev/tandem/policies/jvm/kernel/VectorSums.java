package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.GROUP;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums down the rows of a panel, in the order of the rows, a group of vectors at a time. */
final class VectorSums {
  private static final int W = Tiling.WIDTH;
  private static final int GROUPS = W / GROUP;

  private VectorSums() {}

  static void rows(float[] s, int panel, int rows, int out) {
    for (int i = 0; i < GROUPS; i++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int row = 0; row < rows; row++) {
        int x = panel + i * GROUP + row * W;
        sum0 = sum0.add(FloatVector.fromArray(SPECIES, s, x));
        sum1 = sum1.add(FloatVector.fromArray(SPECIES, s, x + LANES));
        sum2 = sum2.add(FloatVector.fromArray(SPECIES, s, x + 2 * LANES));
        sum3 = sum3.add(FloatVector.fromArray(SPECIES, s, x + 3 * LANES));
      }
      sum0.intoArray(s, out + i * GROUP);
      sum1.intoArray(s, out + i * GROUP + LANES);
      sum2.intoArray(s, out + i * GROUP + 2 * LANES);
      sum3.intoArray(s, out + i * GROUP + 3 * LANES);
    }
  }

  static void products(float[] s, int left, int right, int rows, int out) {
    for (int i = 0; i < GROUPS; i++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int row = 0; row < rows; row++) {
        int x = left + i * GROUP + row * W;
        int y = right + i * GROUP + row * W;
        FloatVector x0 = FloatVector.fromArray(SPECIES, s, x);
        FloatVector x1 = FloatVector.fromArray(SPECIES, s, x + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, s, x + 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, s, x + 3 * LANES);
        sum0 = x0.fma(FloatVector.fromArray(SPECIES, s, y), sum0);
        sum1 = x1.fma(FloatVector.fromArray(SPECIES, s, y + LANES), sum1);
        sum2 = x2.fma(FloatVector.fromArray(SPECIES, s, y + 2 * LANES), sum2);
        sum3 = x3.fma(FloatVector.fromArray(SPECIES, s, y + 3 * LANES), sum3);
      }
      sum0.intoArray(s, out + i * GROUP);
      sum1.intoArray(s, out + i * GROUP + LANES);
      sum2.intoArray(s, out + i * GROUP + 2 * LANES);
      sum3.intoArray(s, out + i * GROUP + 3 * LANES);
    }
  }

  static void weighted(float[] s, int weights, int panel, int rows, int out) {
    for (int i = 0; i < GROUPS; i++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int row = 0; row < rows; row++) {
        int x = panel + i * GROUP + row * W;
        FloatVector weight = FloatVector.broadcast(SPECIES, s[weights + row]);
        sum0 = weight.fma(FloatVector.fromArray(SPECIES, s, x), sum0);
        sum1 = weight.fma(FloatVector.fromArray(SPECIES, s, x + LANES), sum1);
        sum2 = weight.fma(FloatVector.fromArray(SPECIES, s, x + 2 * LANES), sum2);
        sum3 = weight.fma(FloatVector.fromArray(SPECIES, s, x + 3 * LANES), sum3);
      }
      sum0.intoArray(s, out + i * GROUP);
      sum1.intoArray(s, out + i * GROUP + LANES);
      sum2.intoArray(s, out + i * GROUP + 2 * LANES);
      sum3.intoArray(s, out + i * GROUP + 3 * LANES);
    }
  }
}
