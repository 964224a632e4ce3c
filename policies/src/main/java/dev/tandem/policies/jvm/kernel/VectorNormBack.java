package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.BY_1;
import static dev.tandem.policies.jvm.kernel.Simd.BY_2;
import static dev.tandem.policies.jvm.kernel.Simd.BY_4;
import static dev.tandem.policies.jvm.kernel.Simd.BY_8;
import static dev.tandem.policies.jvm.kernel.Simd.GROUP;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link PlainNorm}'s way back on vectors, as {@link VectorNorm} goes forward. */
final class VectorNormBack {
  private static final int W = Tiling.WIDTH;
  private static final int GROUPS = W / GROUP;

  private VectorNormBack() {}

  static void run(float[] s, Norm norm, int fromRow, int toRow) {
    for (int row = fromRow; row < toRow; row += VectorNorm.ROWS) {
      int end = Math.min(toRow, row + VectorNorm.ROWS);
      byNormal(s, norm, row, end);
      byInput(s, norm, row, end);
    }
  }

  /** Leaves the gradient by the normal, its sum, and that of its products with the normal. */
  private static void byNormal(float[] s, Norm norm, int fromRow, int toRow) {
    int step = norm.normal().rows() * W;
    int groups = norm.normal().panels() * GROUPS;
    for (int row = fromRow; row < toRow; row++) {
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = sum0;
      FloatVector sum2 = sum0;
      FloatVector sum3 = sum0;
      FloatVector along0 = FloatVector.zero(SPECIES);
      FloatVector along1 = along0;
      FloatVector along2 = along0;
      FloatVector along3 = along0;
      for (int i = 0; i < groups; i++) {
        int at = row * W + i / GROUPS * step + i % GROUPS * GROUP;
        int byOut = norm.back().byOut().offset() + at;
        int byIn = norm.back().byIn().offset() + at;
        int normals = norm.normal().offset() + at;
        int gains = norm.weights().gain(i / GROUPS) + i % GROUPS * GROUP;
        FloatVector gain0 = FloatVector.fromArray(SPECIES, s, gains);
        FloatVector gain1 = FloatVector.fromArray(SPECIES, s, gains + LANES);
        FloatVector gain2 = FloatVector.fromArray(SPECIES, s, gains + 2 * LANES);
        FloatVector gain3 = FloatVector.fromArray(SPECIES, s, gains + 3 * LANES);
        FloatVector by0 = FloatVector.fromArray(SPECIES, s, byOut).mul(gain0);
        FloatVector by1 = FloatVector.fromArray(SPECIES, s, byOut + LANES).mul(gain1);
        FloatVector by2 = FloatVector.fromArray(SPECIES, s, byOut + 2 * LANES).mul(gain2);
        FloatVector by3 = FloatVector.fromArray(SPECIES, s, byOut + 3 * LANES).mul(gain3);
        FloatVector n0 = FloatVector.fromArray(SPECIES, s, normals);
        FloatVector n1 = FloatVector.fromArray(SPECIES, s, normals + LANES);
        FloatVector n2 = FloatVector.fromArray(SPECIES, s, normals + 2 * LANES);
        FloatVector n3 = FloatVector.fromArray(SPECIES, s, normals + 3 * LANES);
        sum0 = sum0.add(by0);
        sum1 = sum1.add(by1);
        sum2 = sum2.add(by2);
        sum3 = sum3.add(by3);
        along0 = by0.fma(n0, along0);
        along1 = by1.fma(n1, along1);
        along2 = by2.fma(n2, along2);
        along3 = by3.fma(n3, along3);
        by0.intoArray(s, byIn);
        by1.intoArray(s, byIn + LANES);
        by2.intoArray(s, byIn + 2 * LANES);
        by3.intoArray(s, byIn + 3 * LANES);
      }
      FloatVector sum = sum0.add(sum1).add(sum2.add(sum3));
      sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
      sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
      sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
      s[norm.places().mean() + row] = sum.add(sum.rearrange(BY_1)).lane(0);
      FloatVector along = along0.add(along1).add(along2.add(along3));
      along = LANES > 8 ? along.add(along.rearrange(BY_8)) : along;
      along = LANES > 4 ? along.add(along.rearrange(BY_4)) : along;
      along = LANES > 2 ? along.add(along.rearrange(BY_2)) : along;
      s[norm.places().along() + row] = along.add(along.rearrange(BY_1)).lane(0);
    }
  }

  /** scale (d - mean(d) - n mean(d n)), with d the gradient by the normal n. */
  private static void byInput(float[] s, Norm norm, int fromRow, int toRow) {
    float share = norm.perColumn();
    for (int i = 0; i < norm.normal().panels() * GROUPS; i++) {
      int column = i % GROUPS * GROUP;
      int byIn = norm.back().byIn().row(i / GROUPS, 0) + column;
      int normals = norm.normal().row(i / GROUPS, 0) + column;
      int ones = norm.places().ones() + i * GROUP;
      FloatVector one0 = FloatVector.fromArray(SPECIES, s, ones);
      FloatVector one1 = FloatVector.fromArray(SPECIES, s, ones + LANES);
      FloatVector one2 = FloatVector.fromArray(SPECIES, s, ones + 2 * LANES);
      FloatVector one3 = FloatVector.fromArray(SPECIES, s, ones + 3 * LANES);
      for (int row = fromRow; row < toRow; row++) {
        int by = byIn + row * W;
        int normal = normals + row * W;
        float mean = s[norm.places().mean() + row] * share;
        float along = s[norm.places().along() + row] * share;
        FloatVector scale = FloatVector.broadcast(SPECIES, s[norm.places().scale() + row]);
        FloatVector minus = FloatVector.broadcast(SPECIES, -mean);
        FloatVector away = FloatVector.broadcast(SPECIES, -along);
        FloatVector by0 = FloatVector.fromArray(SPECIES, s, by);
        FloatVector by1 = FloatVector.fromArray(SPECIES, s, by + LANES);
        FloatVector by2 = FloatVector.fromArray(SPECIES, s, by + 2 * LANES);
        FloatVector by3 = FloatVector.fromArray(SPECIES, s, by + 3 * LANES);
        FloatVector n0 = FloatVector.fromArray(SPECIES, s, normal);
        FloatVector n1 = FloatVector.fromArray(SPECIES, s, normal + LANES);
        FloatVector n2 = FloatVector.fromArray(SPECIES, s, normal + 2 * LANES);
        FloatVector n3 = FloatVector.fromArray(SPECIES, s, normal + 3 * LANES);
        by0 = away.fma(n0, one0.fma(minus, by0)).mul(scale);
        by1 = away.fma(n1, one1.fma(minus, by1)).mul(scale);
        by2 = away.fma(n2, one2.fma(minus, by2)).mul(scale);
        by3 = away.fma(n3, one3.fma(minus, by3)).mul(scale);
        by0.intoArray(s, by);
        by1.intoArray(s, by + LANES);
        by2.intoArray(s, by + 2 * LANES);
        by3.intoArray(s, by + 3 * LANES);
      }
    }
  }
}
