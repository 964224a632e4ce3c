package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.GROUP;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link PlainRow}'s traces on vectors, in {@link VectorRow}'s groups. */
final class VectorTrace {
  private VectorTrace() {}

  static void run(float[] s, Trace trace, float decay) {
    int step = trace.values().step();
    int column = 0;
    for (; column + GROUP <= step; column += GROUP) {
      group(s, trace, decay, column);
    }
    for (; column < step; column += LANES) {
      one(s, trace, decay, column);
    }
  }

  private static void group(float[] s, Trace trace, float decay, int column) {
    RowWeights values = trace.values();
    int step = values.step();
    int end = values.row(values.inputs()) + column;
    int by = trace.byOut() + column;
    FloatVector fade = FloatVector.broadcast(SPECIES, decay);
    FloatVector by0 = FloatVector.fromArray(SPECIES, s, by);
    FloatVector by1 = FloatVector.fromArray(SPECIES, s, by + LANES);
    FloatVector by2 = FloatVector.fromArray(SPECIES, s, by + 2 * LANES);
    FloatVector by3 = FloatVector.fromArray(SPECIES, s, by + 3 * LANES);
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int input = trace.row();
    for (int at = values.offset() + column; at <= end; at += step) {
      FloatVector x = FloatVector.broadcast(SPECIES, at < end ? s[input] : 1);
      FloatVector z0 = FloatVector.fromArray(SPECIES, s, at).fma(fade, by0.mul(x));
      FloatVector z1 = FloatVector.fromArray(SPECIES, s, at + LANES).fma(fade, by1.mul(x));
      FloatVector z2 = FloatVector.fromArray(SPECIES, s, at + 2 * LANES).fma(fade, by2.mul(x));
      FloatVector z3 = FloatVector.fromArray(SPECIES, s, at + 3 * LANES).fma(fade, by3.mul(x));
      sum0 = sum0.add(z0.abs());
      sum1 = sum1.add(z1.abs());
      sum2 = sum2.add(z2.abs());
      sum3 = sum3.add(z3.abs());
      z0.intoArray(s, at);
      z1.intoArray(s, at + LANES);
      z2.intoArray(s, at + 2 * LANES);
      z3.intoArray(s, at + 3 * LANES);
      input++;
    }
    sum0.intoArray(s, trace.norms() + column);
    sum1.intoArray(s, trace.norms() + column + LANES);
    sum2.intoArray(s, trace.norms() + column + 2 * LANES);
    sum3.intoArray(s, trace.norms() + column + 3 * LANES);
  }

  private static void one(float[] s, Trace trace, float decay, int column) {
    RowWeights values = trace.values();
    int step = values.step();
    int end = values.row(values.inputs()) + column;
    FloatVector fade = FloatVector.broadcast(SPECIES, decay);
    FloatVector by = FloatVector.fromArray(SPECIES, s, trace.byOut() + column);
    FloatVector sum = FloatVector.zero(SPECIES);
    int input = trace.row();
    for (int at = values.offset() + column; at <= end; at += step) {
      FloatVector x = FloatVector.broadcast(SPECIES, at < end ? s[input] : 1);
      FloatVector z = FloatVector.fromArray(SPECIES, s, at).fma(fade, by.mul(x));
      sum = sum.add(z.abs());
      z.intoArray(s, at);
      input++;
    }
    sum.intoArray(s, trace.norms() + column);
  }

  static void add(float[] s, float scale, int from, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, s, to + i);
      FloatVector.fromArray(SPECIES, s, from + i)
          .fma(FloatVector.broadcast(SPECIES, scale), sum)
          .intoArray(s, to + i);
    }
  }
}
