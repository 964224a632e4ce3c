package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.PlainSquash.HALF_LN_2PI;
import static dev.tandem.policies.jvm.kernel.PlainSquash.LN_2;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link PlainSquash} on vectors, in passes that keep what they have found where it will be. */
final class VectorSquash {
  private static final FloatVector L3 = FloatVector.broadcast(SPECIES, PlainSquash.L3);
  private static final FloatVector L5 = FloatVector.broadcast(SPECIES, PlainSquash.L5);
  private static final FloatVector L7 = FloatVector.broadcast(SPECIES, PlainSquash.L7);
  private static final FloatVector L9 = FloatVector.broadcast(SPECIES, PlainSquash.L9);
  private static final FloatVector L11 = FloatVector.broadcast(SPECIES, PlainSquash.L11);
  private static final FloatVector L13 = FloatVector.broadcast(SPECIES, PlainSquash.L13);
  private static final FloatVector LESS_HALF = FloatVector.broadcast(SPECIES, -0.5f);
  private static final FloatVector LESS_TWO = FloatVector.broadcast(SPECIES, -2f);

  private VectorSquash() {}

  static void run(float[] s, Squash q, int from, int count) {
    int spread = q.drawn().spread() + from;
    int grown = q.drawn().logProbability() + from;
    clip(s, q, from, count);
    VectorExponential.run(s, spread, spread, count, PlainSquash.POWER);
    move(s, q, from, count);
    VectorExponential.run(s, grown, grown, count, PlainSquash.DECAY_LESS_ONE);
    squash(s, q, from, count);
  }

  /** Leaves the logarithm of the deviation where the spread will be. */
  private static void clip(float[] s, Squash q, int from, int count) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector.fromArray(SPECIES, s, q.gaussian().logStd() + i)
          .max(q.clip().least())
          .min(q.clip().most())
          .intoArray(s, q.drawn().spread() + i);
    }
  }

  /** Leaves u where the action will be, and |u| where its log probability will be. */
  private static void move(float[] s, Squash q, int from, int count) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector std = FloatVector.fromArray(SPECIES, s, q.drawn().spread() + i);
      FloatVector spread = std.mul(FloatVector.fromArray(SPECIES, s, q.gaussian().noise() + i));
      FloatVector u = FloatVector.fromArray(SPECIES, s, q.gaussian().mean() + i).add(spread);
      spread.intoArray(s, q.drawn().spread() + i);
      u.intoArray(s, q.drawn().action() + i);
      u.abs().intoArray(s, q.drawn().logProbability() + i);
    }
  }

  private static void squash(float[] s, Squash q, int from, int count) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector noise = FloatVector.fromArray(SPECIES, s, q.gaussian().noise() + i);
      FloatVector logStd = FloatVector.fromArray(SPECIES, s, q.gaussian().logStd() + i);
      FloatVector u = FloatVector.fromArray(SPECIES, s, q.drawn().action() + i);
      FloatVector grown = FloatVector.fromArray(SPECIES, s, q.drawn().logProbability() + i);
      FloatVector tanh = grown.div(grown.add(2f));
      VectorMask<Float> negative = u.compare(VectorOperators.LT, 0f);
      tanh.neg().blend(tanh, negative).intoArray(s, q.drawn().action() + i);
      FloatVector decay = grown.add(1f);
      FloatVector t = decay.div(decay.add(2f));
      FloatVector square = t.mul(t);
      FloatVector sum = L13.fma(square, L11).fma(square, L9).fma(square, L7);
      sum = sum.fma(square, L5).fma(square, L3);
      FloatVector log1p = t.mul(square).fma(sum, t.add(t));
      FloatVector halfSquash = u.abs().sub(LN_2).neg().sub(log1p);
      FloatVector clipped = logStd.max(q.clip().least()).min(q.clip().most());
      FloatVector density = noise.mul(noise).mul(LESS_HALF).sub(HALF_LN_2PI).sub(clipped);
      halfSquash.fma(LESS_TWO, density).intoArray(s, q.drawn().logProbability() + i);
    }
  }
}
