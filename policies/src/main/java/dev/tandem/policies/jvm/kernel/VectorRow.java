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
 * {@link PlainRow} on vectors: a group of them at a time, then one by one what is left of a row.
 * Even and odd inputs have sums of their own, so that few sums keep the multipliers busy.
 */
final class VectorRow {
  private VectorRow() {}

  static void multiply(float[] s, int row, RowWeights weights, int out) {
    int step = weights.step();
    int column = 0;
    for (; column + GROUP <= step; column += GROUP) {
      multiplyGroup(s, row, weights, column, out + column);
    }
    for (; column < step; column += LANES) {
      multiplyOne(s, row, weights, column, out + column);
    }
  }

  private static void multiplyGroup(float[] s, int row, RowWeights weights, int column, int out) {
    int step = weights.step();
    int end = weights.row(weights.inputs()) + column;
    FloatVector even0 = FloatVector.fromArray(SPECIES, s, end);
    FloatVector even1 = FloatVector.fromArray(SPECIES, s, end + LANES);
    FloatVector even2 = FloatVector.fromArray(SPECIES, s, end + 2 * LANES);
    FloatVector even3 = FloatVector.fromArray(SPECIES, s, end + 3 * LANES);
    FloatVector odd0 = FloatVector.zero(SPECIES);
    FloatVector odd1 = odd0;
    FloatVector odd2 = odd0;
    FloatVector odd3 = odd0;
    int input = row;
    int at = weights.offset() + column;
    for (; at + step < end; at += 2 * step) {
      FloatVector x = FloatVector.broadcast(SPECIES, s[input]);
      even0 = x.fma(FloatVector.fromArray(SPECIES, s, at), even0);
      even1 = x.fma(FloatVector.fromArray(SPECIES, s, at + LANES), even1);
      even2 = x.fma(FloatVector.fromArray(SPECIES, s, at + 2 * LANES), even2);
      even3 = x.fma(FloatVector.fromArray(SPECIES, s, at + 3 * LANES), even3);
      FloatVector y = FloatVector.broadcast(SPECIES, s[input + 1]);
      odd0 = y.fma(FloatVector.fromArray(SPECIES, s, at + step), odd0);
      odd1 = y.fma(FloatVector.fromArray(SPECIES, s, at + step + LANES), odd1);
      odd2 = y.fma(FloatVector.fromArray(SPECIES, s, at + step + 2 * LANES), odd2);
      odd3 = y.fma(FloatVector.fromArray(SPECIES, s, at + step + 3 * LANES), odd3);
      input += 2;
    }
    if (at < end) {
      FloatVector x = FloatVector.broadcast(SPECIES, s[input]);
      even0 = x.fma(FloatVector.fromArray(SPECIES, s, at), even0);
      even1 = x.fma(FloatVector.fromArray(SPECIES, s, at + LANES), even1);
      even2 = x.fma(FloatVector.fromArray(SPECIES, s, at + 2 * LANES), even2);
      even3 = x.fma(FloatVector.fromArray(SPECIES, s, at + 3 * LANES), even3);
    }
    even0.add(odd0).intoArray(s, out);
    even1.add(odd1).intoArray(s, out + LANES);
    even2.add(odd2).intoArray(s, out + 2 * LANES);
    even3.add(odd3).intoArray(s, out + 3 * LANES);
  }

  private static void multiplyOne(float[] s, int row, RowWeights weights, int column, int out) {
    int step = weights.step();
    int end = weights.row(weights.inputs()) + column;
    FloatVector even = FloatVector.fromArray(SPECIES, s, end);
    FloatVector odd = FloatVector.zero(SPECIES);
    int input = row;
    int at = weights.offset() + column;
    for (; at + step < end; at += 2 * step) {
      FloatVector x = FloatVector.broadcast(SPECIES, s[input]);
      even = x.fma(FloatVector.fromArray(SPECIES, s, at), even);
      FloatVector y = FloatVector.broadcast(SPECIES, s[input + 1]);
      odd = y.fma(FloatVector.fromArray(SPECIES, s, at + step), odd);
      input += 2;
    }
    if (at < end) {
      FloatVector x = FloatVector.broadcast(SPECIES, s[input]);
      even = x.fma(FloatVector.fromArray(SPECIES, s, at), even);
    }
    even.add(odd).intoArray(s, out);
  }

  static void multiplyBack(float[] s, RowWeights weights, int byOut, int byRow) {
    int step = weights.step();
    for (int i = 0; i < weights.inputs(); i++) {
      int at = weights.row(i);
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int column = 0; column < step; column += LANES) {
        FloatVector weight = FloatVector.fromArray(SPECIES, s, at + column);
        sum = weight.fma(FloatVector.fromArray(SPECIES, s, byOut + column), sum);
      }
      sum = LANES > 8 ? sum.add(sum.rearrange(BY_8)) : sum;
      sum = LANES > 4 ? sum.add(sum.rearrange(BY_4)) : sum;
      sum = LANES > 2 ? sum.add(sum.rearrange(BY_2)) : sum;
      s[byRow + i] = sum.add(sum.rearrange(BY_1)).lane(0);
    }
  }
}
