package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.BY_1;
import static dev.tandem.policies.jvm.kernel.Simd.BY_2;
import static dev.tandem.policies.jvm.kernel.Simd.BY_4;
import static dev.tandem.policies.jvm.kernel.Simd.BY_8;
import static dev.tandem.policies.jvm.kernel.Simd.GROUP;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link RowSums} on vectors: the sum over each row {@code fromRow .. toRow - 1} goes to {@code out
 * + row}. Lanes are added up by hand, as the Vector API's own sum may give other bits before it is
 * compiled than afterwards.
 */
final class VectorRowSums {
  private static final int W = Tiling.WIDTH;
  private static final int GROUPS = W / GROUP;

  private VectorRowSums() {}

  static void total(float[] s, Panels matrix, int out, int fromRow, int toRow) {
    int step = matrix.rows() * W;
    int groups = matrix.panels() * GROUPS;
    for (int row = fromRow; row < toRow; row++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int i = 0; i < groups; i++) {
        int x = matrix.row(0, row) + i / GROUPS * step + i % GROUPS * GROUP;
        sum0 = sum0.add(FloatVector.fromArray(SPECIES, s, x));
        sum1 = sum1.add(FloatVector.fromArray(SPECIES, s, x + LANES));
        sum2 = sum2.add(FloatVector.fromArray(SPECIES, s, x + 2 * LANES));
        sum3 = sum3.add(FloatVector.fromArray(SPECIES, s, x + 3 * LANES));
      }
      FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
      sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
      sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
      sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
      s[out + row] = sum.add(sum.rearrange(BY_1)).lane(0);
    }
  }

  static void dot(float[] s, Dot dot, int fromRow, int toRow) {
    int step = dot.matrix().rows() * W;
    int groups = dot.matrix().panels() * GROUPS;
    for (int row = fromRow; row < toRow; row++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int i = 0; i < groups; i++) {
        int x = dot.matrix().row(0, row) + i / GROUPS * step + i % GROUPS * GROUP;
        int y = dot.row().offset() + i * GROUP;
        FloatVector x0 = FloatVector.fromArray(SPECIES, s, x);
        FloatVector x1 = FloatVector.fromArray(SPECIES, s, x + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, s, x + 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, s, x + 3 * LANES);
        sum0 = x0.fma(FloatVector.fromArray(SPECIES, s, y), sum0);
        sum1 = x1.fma(FloatVector.fromArray(SPECIES, s, y + LANES), sum1);
        sum2 = x2.fma(FloatVector.fromArray(SPECIES, s, y + 2 * LANES), sum2);
        sum3 = x3.fma(FloatVector.fromArray(SPECIES, s, y + 3 * LANES), sum3);
      }
      FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
      sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
      sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
      sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
      s[dot.out() + row] = sum.add(sum.rearrange(BY_1)).lane(0) + s[dot.bias()];
    }
  }
}
