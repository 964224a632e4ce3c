package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.BY_1;
import static dev.tandem.policies.jvm.kernel.Simd.BY_2;
import static dev.tandem.policies.jvm.kernel.Simd.BY_4;
import static dev.tandem.policies.jvm.kernel.Simd.BY_8;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link RowSums} on vectors. Lanes are added up by hand: the Vector API's own sum may give other
 * bits before it is compiled than afterwards.
 */
final class VectorRowSums {
  private static final int W = Panels.WIDTH;

  private VectorRowSums() {}

  static float total(float[] s, Panels matrix, int row) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int panel = 0; panel < matrix.panels(); panel++) {
      int x = matrix.row(panel, row);
      for (int column = 0; column < W; column += 4 * LANES, x += 4 * LANES) {
        sum0 = sum0.add(FloatVector.fromArray(SPECIES, s, x));
        sum1 = sum1.add(FloatVector.fromArray(SPECIES, s, x + LANES));
        sum2 = sum2.add(FloatVector.fromArray(SPECIES, s, x + 2 * LANES));
        sum3 = sum3.add(FloatVector.fromArray(SPECIES, s, x + 3 * LANES));
      }
    }
    FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
    sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
    sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
    sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }

  static float common(float[] s, Panels left, int leftRow, Panels right, int rightRow) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    for (int panel = 0; panel < left.panels(); panel++) {
      int x = left.row(panel, leftRow);
      int y = right.row(panel, rightRow);
      for (int i = 0; i < W; i += 4 * LANES) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, s, x + i);
        FloatVector x1 = FloatVector.fromArray(SPECIES, s, x + i + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, s, x + i + 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, s, x + i + 3 * LANES);
        sum0 = x0.fma(FloatVector.fromArray(SPECIES, s, y + i), sum0);
        sum1 = x1.fma(FloatVector.fromArray(SPECIES, s, y + i + LANES), sum1);
        sum2 = x2.fma(FloatVector.fromArray(SPECIES, s, y + i + 2 * LANES), sum2);
        sum3 = x3.fma(FloatVector.fromArray(SPECIES, s, y + i + 3 * LANES), sum3);
      }
    }
    FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
    sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
    sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
    sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }
}
