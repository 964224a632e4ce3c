package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Functions.E2;
import static dev.tandem.policies.jvm.kernel.Functions.E3;
import static dev.tandem.policies.jvm.kernel.Functions.E4;
import static dev.tandem.policies.jvm.kernel.Functions.E5;
import static dev.tandem.policies.jvm.kernel.Functions.E6;
import static dev.tandem.policies.jvm.kernel.Functions.E7;
import static dev.tandem.policies.jvm.kernel.Functions.EXPONENT_OF_ONE;
import static dev.tandem.policies.jvm.kernel.Functions.EXPONENT_SHIFT;
import static dev.tandem.policies.jvm.kernel.Functions.L11;
import static dev.tandem.policies.jvm.kernel.Functions.L13;
import static dev.tandem.policies.jvm.kernel.Functions.L3;
import static dev.tandem.policies.jvm.kernel.Functions.L5;
import static dev.tandem.policies.jvm.kernel.Functions.L7;
import static dev.tandem.policies.jvm.kernel.Functions.L9;
import static dev.tandem.policies.jvm.kernel.Functions.LEAST;
import static dev.tandem.policies.jvm.kernel.Functions.LN2_HIGH;
import static dev.tandem.policies.jvm.kernel.Functions.LN2_LOW;
import static dev.tandem.policies.jvm.kernel.Functions.LOG2_OF_E;
import static dev.tandem.policies.jvm.kernel.Functions.MOST;
import static dev.tandem.policies.jvm.kernel.Functions.ROUNDER;
import static dev.tandem.policies.jvm.kernel.Functions.TANH_MOST;
import static dev.tandem.policies.jvm.kernel.Simd.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Functions} on vectors, bit for bit. */
final class VectorFunctions {
  private VectorFunctions() {}

  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.min(MOST).max(LEAST);
    FloatVector shifted = bounded.fma(all(LOG2_OF_E), all(ROUNDER));
    FloatVector power = powerOfTwo(shifted);
    return power.fma(series(bounded, shifted.sub(ROUNDER)), power);
  }

  static FloatVector expm1(FloatVector x) {
    FloatVector bounded = x.min(MOST).max(LEAST);
    FloatVector shifted = bounded.fma(all(LOG2_OF_E), all(ROUNDER));
    FloatVector power = powerOfTwo(shifted);
    return power.fma(series(bounded, shifted.sub(ROUNDER)), power.sub(1f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector bounded = x.min(TANH_MOST).max(-TANH_MOST);
    FloatVector grown = expm1(bounded.add(bounded));
    return grown.div(grown.add(2f));
  }

  static FloatVector sigmoid(FloatVector x) {
    return all(1).div(exp(x.neg()).add(1f));
  }

  static FloatVector log1p(FloatVector x) {
    FloatVector s = x.div(x.add(2f));
    FloatVector square = s.mul(s);
    FloatVector sum = square.fma(all(L13), all(L11));
    sum = sum.fma(square, all(L9));
    sum = sum.fma(square, all(L7));
    sum = sum.fma(square, all(L5));
    sum = sum.fma(square, all(L3));
    return s.mul(square).fma(sum, s.add(s));
  }

  private static FloatVector powerOfTwo(FloatVector shifted) {
    return shifted
        .reinterpretAsInts()
        .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
        .add(EXPONENT_OF_ONE)
        .reinterpretAsFloats();
  }

  private static FloatVector series(FloatVector x, FloatVector whole) {
    FloatVector r = whole.fma(all(-LN2_LOW), whole.fma(all(-LN2_HIGH), x));
    FloatVector sum = r.fma(all(E7), all(E6));
    sum = sum.fma(r, all(E5));
    sum = sum.fma(r, all(E4));
    sum = sum.fma(r, all(E3));
    sum = sum.fma(r, all(E2));
    return r.mul(r).fma(sum, r);
  }
}
