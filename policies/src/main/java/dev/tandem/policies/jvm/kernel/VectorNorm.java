package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.BY_1;
import static dev.tandem.policies.jvm.kernel.Simd.BY_2;
import static dev.tandem.policies.jvm.kernel.Simd.BY_4;
import static dev.tandem.policies.jvm.kernel.Simd.BY_8;
import static dev.tandem.policies.jvm.kernel.Simd.GROUP;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * {@link PlainNorm}'s way forward on vectors, a group of them at a time. A few rows, which stay in
 * the cache, go through one step after the other, so that no row waits for its own sum.
 */
final class VectorNorm {
  static final int ROWS = 16;
  private static final int W = Tiling.WIDTH;
  private static final int GROUPS = W / GROUP;

  private VectorNorm() {}

  static void run(float[] s, Norm norm, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row += ROWS) {
      int end = Math.min(toRow, row + ROWS);
      VectorRowSums.total(s, norm.normal(), norm.places().mean(), row, end);
      centre(s, norm, row, end);
      invert(s, norm, row, end);
      scale(s, norm, row, end);
    }
  }

  /** x -= mean where a column counts; leaves the sum of squares where the scale will be. */
  private static void centre(float[] s, Norm norm, int fromRow, int toRow) {
    Panels matrix = norm.normal();
    int step = matrix.rows() * W;
    int groups = matrix.panels() * GROUPS;
    for (int row = fromRow; row < toRow; row++) {
      float mean = s[norm.places().mean() + row] * norm.perColumn();
      FloatVector minus = FloatVector.broadcast(SPECIES, -mean);
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      for (int i = 0; i < groups; i++) {
        int x = matrix.row(0, row) + i / GROUPS * step + i % GROUPS * GROUP;
        int ones = norm.places().ones() + i * GROUP;
        FloatVector one0 = FloatVector.fromArray(SPECIES, s, ones);
        FloatVector one1 = FloatVector.fromArray(SPECIES, s, ones + LANES);
        FloatVector one2 = FloatVector.fromArray(SPECIES, s, ones + 2 * LANES);
        FloatVector one3 = FloatVector.fromArray(SPECIES, s, ones + 3 * LANES);
        FloatVector x0 = FloatVector.fromArray(SPECIES, s, x);
        FloatVector x1 = FloatVector.fromArray(SPECIES, s, x + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, s, x + 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, s, x + 3 * LANES);
        x0 = one0.fma(minus, x0);
        x1 = one1.fma(minus, x1);
        x2 = one2.fma(minus, x2);
        x3 = one3.fma(minus, x3);
        sum0 = x0.fma(x0, sum0);
        sum1 = x1.fma(x1, sum1);
        sum2 = x2.fma(x2, sum2);
        sum3 = x3.fma(x3, sum3);
        x0.intoArray(s, x);
        x1.intoArray(s, x + LANES);
        x2.intoArray(s, x + 2 * LANES);
        x3.intoArray(s, x + 3 * LANES);
      }
      FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
      sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
      sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
      sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
      s[norm.places().scale() + row] = sum.add(sum.rearrange(BY_1)).lane(0);
    }
  }

  /** From the sum of squares to 1 / sqrt(variance + epsilon). */
  private static void invert(float[] s, Norm norm, int fromRow, int toRow) {
    int end = norm.places().scale() + toRow;
    for (int at = norm.places().scale() + fromRow; at < end; at++) {
      s[at] = 1 / (float) Math.sqrt(s[at] * norm.perColumn() + Norm.EPSILON);
    }
  }

  private static void scale(float[] s, Norm norm, int fromRow, int toRow) {
    float least = norm.rectified() ? 0 : Float.NEGATIVE_INFINITY;
    FloatVector floor = FloatVector.broadcast(SPECIES, least);
    for (int i = 0; i < norm.normal().panels() * GROUPS; i++) {
      int column = i % GROUPS * GROUP;
      int x = norm.normal().row(i / GROUPS, 0) + column;
      int y = norm.out().row(i / GROUPS, 0) + column;
      int gains = norm.weights().gain(i / GROUPS) + column;
      int shifts = norm.weights().shift(i / GROUPS) + column;
      FloatVector gain0 = FloatVector.fromArray(SPECIES, s, gains);
      FloatVector gain1 = FloatVector.fromArray(SPECIES, s, gains + LANES);
      FloatVector gain2 = FloatVector.fromArray(SPECIES, s, gains + 2 * LANES);
      FloatVector gain3 = FloatVector.fromArray(SPECIES, s, gains + 3 * LANES);
      FloatVector shift0 = FloatVector.fromArray(SPECIES, s, shifts);
      FloatVector shift1 = FloatVector.fromArray(SPECIES, s, shifts + LANES);
      FloatVector shift2 = FloatVector.fromArray(SPECIES, s, shifts + 2 * LANES);
      FloatVector shift3 = FloatVector.fromArray(SPECIES, s, shifts + 3 * LANES);
      for (int row = fromRow; row < toRow; row++) {
        int in = x + row * W;
        int out = y + row * W;
        FloatVector scale = FloatVector.broadcast(SPECIES, s[norm.places().scale() + row]);
        FloatVector n0 = FloatVector.fromArray(SPECIES, s, in).mul(scale);
        FloatVector n1 = FloatVector.fromArray(SPECIES, s, in + LANES).mul(scale);
        FloatVector n2 = FloatVector.fromArray(SPECIES, s, in + 2 * LANES).mul(scale);
        FloatVector n3 = FloatVector.fromArray(SPECIES, s, in + 3 * LANES).mul(scale);
        n0.intoArray(s, in);
        n1.intoArray(s, in + LANES);
        n2.intoArray(s, in + 2 * LANES);
        n3.intoArray(s, in + 3 * LANES);
        FloatVector y0 = n0.fma(gain0, shift0);
        FloatVector y1 = n1.fma(gain1, shift1);
        FloatVector y2 = n2.fma(gain2, shift2);
        FloatVector y3 = n3.fma(gain3, shift3);
        y0.blend(floor, y0.compare(LT, floor)).intoArray(s, out);
        y1.blend(floor, y1.compare(LT, floor)).intoArray(s, out + LANES);
        y2.blend(floor, y2.compare(LT, floor)).intoArray(s, out + 2 * LANES);
        y3.blend(floor, y3.compare(LT, floor)).intoArray(s, out + 3 * LANES);
      }
    }
  }
}
