package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import dev.tandem.policies.nn.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link PlainActivations} on vectors. */
final class VectorActivations {
  private VectorActivations() {}

  static void relu(float[] s, int before, int after, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, s, before + i);
      x.blend(0f, x.lt(0f)).intoArray(s, after + i);
    }
  }

  static void leakyRelu(float[] s, int before, int after, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, s, before + i);
      x.blend(x.mul(Activation.LEAK), x.lt(0f)).intoArray(s, after + i);
    }
  }

  static void tanh(float[] s, int before, int after, int count) {
    VectorExponential.run(s, before, after, count, PlainActivations.TWICE_LESS_ONE);
    for (int i = 0; i < count; i += LANES) {
      FloatVector grown = FloatVector.fromArray(SPECIES, s, after + i);
      grown.div(grown.add(2f)).intoArray(s, after + i);
    }
  }

  static void silu(float[] s, int before, int after, int count) {
    VectorExponential.run(s, before, after, count, PlainActivations.NEGATED);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, s, before + i);
      x.div(FloatVector.fromArray(SPECIES, s, after + i).add(1f)).intoArray(s, after + i);
    }
  }

  static void reluBack(float[] s, int after, int by, int count) {
    for (int i = 0; i < count; i += LANES) {
      VectorMask<Float> passes =
          FloatVector.fromArray(SPECIES, s, after + i).compare(VectorOperators.GT, 0f);
      FloatVector slope = FloatVector.fromArray(SPECIES, s, by + i);
      FloatVector.zero(SPECIES).blend(slope, passes).intoArray(s, by + i);
    }
  }

  static void leakyReluBack(float[] s, int after, int by, int count) {
    for (int i = 0; i < count; i += LANES) {
      VectorMask<Float> passes =
          FloatVector.fromArray(SPECIES, s, after + i).compare(VectorOperators.GT, 0f);
      FloatVector slope = FloatVector.fromArray(SPECIES, s, by + i);
      slope.mul(Activation.LEAK).blend(slope, passes).intoArray(s, by + i);
    }
  }

  static void tanhBack(float[] s, int after, int by, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int i = 0; i < count; i += LANES) {
      FloatVector y = FloatVector.fromArray(SPECIES, s, after + i);
      FloatVector slope = y.neg().fma(y, one);
      slope.mul(FloatVector.fromArray(SPECIES, s, by + i)).intoArray(s, by + i);
    }
  }

  static void siluBack(float[] s, int before, int after, int by, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, s, before + i);
      FloatVector y = FloatVector.fromArray(SPECIES, s, after + i);
      FloatVector gate = y.div(x).blend(half, x.compare(VectorOperators.EQ, 0f));
      FloatVector slope = y.fma(one.sub(gate), gate);
      slope.mul(FloatVector.fromArray(SPECIES, s, by + i)).intoArray(s, by + i);
    }
  }
}
