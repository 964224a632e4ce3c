package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Exponential.EXPONENT_OF_ONE;
import static dev.tandem.policies.jvm.kernel.Exponential.EXPONENT_SHIFT;
import static dev.tandem.policies.jvm.kernel.Exponential.LN2_HIGH;
import static dev.tandem.policies.jvm.kernel.Exponential.LN2_LOW;
import static dev.tandem.policies.jvm.kernel.Exponential.LOG2_OF_E;
import static dev.tandem.policies.jvm.kernel.Exponential.MOST;
import static dev.tandem.policies.jvm.kernel.Exponential.ROUNDER;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Exponential} on vectors. That of the Vector API may give other bits before it is compiled
 * than afterwards.
 */
final class VectorExponential {
  private static final FloatVector S2 = FloatVector.broadcast(SPECIES, Exponential.S2);
  private static final FloatVector S3 = FloatVector.broadcast(SPECIES, Exponential.S3);
  private static final FloatVector S4 = FloatVector.broadcast(SPECIES, Exponential.S4);
  private static final FloatVector S5 = FloatVector.broadcast(SPECIES, Exponential.S5);
  private static final FloatVector S6 = FloatVector.broadcast(SPECIES, Exponential.S6);
  private static final FloatVector S7 = FloatVector.broadcast(SPECIES, Exponential.S7);
  private static final FloatVector PER_LN2 = FloatVector.broadcast(SPECIES, LOG2_OF_E);
  private static final FloatVector SHIFT = FloatVector.broadcast(SPECIES, ROUNDER);
  private static final FloatVector LESS_HIGH = FloatVector.broadcast(SPECIES, -LN2_HIGH);
  private static final FloatVector LESS_LOW = FloatVector.broadcast(SPECIES, -LN2_LOW);

  private VectorExponential() {}

  static void run(float[] s, int in, int out, int count, Exponential wanted) {
    float factor = wanted.factor();
    float minus = wanted.minus();
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, s, in + i).mul(factor);
      FloatVector bounded = x.min(MOST).max(-MOST);
      FloatVector shifted = bounded.fma(PER_LN2, SHIFT);
      FloatVector n = shifted.sub(SHIFT);
      FloatVector r = n.fma(LESS_LOW, n.fma(LESS_HIGH, bounded));
      FloatVector power =
          shifted
              .reinterpretAsInts()
              .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
              .add(EXPONENT_OF_ONE)
              .reinterpretAsFloats();
      FloatVector sum = S7.fma(r, S6).fma(r, S5).fma(r, S4).fma(r, S3).fma(r, S2);
      FloatVector series = r.mul(r).fma(sum, r);
      power.fma(series, power.sub(minus)).intoArray(s, out + i);
    }
  }
}
