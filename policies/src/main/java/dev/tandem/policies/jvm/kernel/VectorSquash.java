package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Functions.HALF_LN_2PI;
import static dev.tandem.policies.jvm.kernel.Functions.LN2;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The tanh-squashed Gaussian on vectors; {@link PlainSquash} says what it computes. */
final class VectorSquash {
  private VectorSquash() {}

  static void run(float[] s, Squash q, int from, int count) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector noise = at(s, q.gaussian().noise() + i);
      FloatVector logStd =
          at(s, q.gaussian().logStd() + i).max(q.clip().least()).min(q.clip().most());
      FloatVector spread = VectorFunctions.exp(logStd).mul(noise);
      FloatVector u = at(s, q.gaussian().mean() + i).add(spread);
      FloatVector size = u.abs();
      FloatVector grown = VectorFunctions.expm1(size.mul(-2f));
      FloatVector tanh = grown.div(grown.add(2f));
      FloatVector halfSquash = all(LN2).sub(size).sub(VectorFunctions.log1p(grown.add(1f)));
      FloatVector density = noise.mul(noise).fma(all(-0.5f), all(-HALF_LN_2PI)).sub(logStd);
      spread.intoArray(s, q.drawn().spread() + i);
      tanh.neg()
          .blend(tanh, u.compare(VectorOperators.LT, 0f))
          .intoArray(s, q.drawn().action() + i);
      halfSquash.fma(all(-2), density).intoArray(s, q.drawn().logProbability() + i);
    }
  }
}
