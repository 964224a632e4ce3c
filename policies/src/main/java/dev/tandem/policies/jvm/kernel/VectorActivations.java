package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Activations and their derivatives on vectors. */
final class VectorActivations {
  private VectorActivations() {}

  static void relu(float[] s, int before, int after, int count) {
    for (int i = 0; i < count; i += LANES) {
      at(s, before + i).max(0f).intoArray(s, after + i);
    }
  }

  static void tanh(float[] s, int before, int after, int count) {
    for (int i = 0; i < count; i += LANES) {
      VectorFunctions.tanh(at(s, before + i)).intoArray(s, after + i);
    }
  }

  static void silu(float[] s, int before, int after, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = at(s, before + i);
      x.mul(VectorFunctions.sigmoid(x)).intoArray(s, after + i);
    }
  }

  static void reluBack(float[] s, int after, int by, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector.zero(SPECIES)
          .blend(at(s, by + i), at(s, after + i).compare(VectorOperators.GT, 0f))
          .intoArray(s, by + i);
    }
  }

  /** 1 - y^2. */
  static void tanhBack(float[] s, int after, int by, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector y = at(s, after + i);
      y.neg().fma(y, all(1)).mul(at(s, by + i)).intoArray(s, by + i);
    }
  }

  /** g + y (1 - g), with g = sigmoid(x). */
  static void siluBack(float[] s, int before, int after, int by, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector gate = VectorFunctions.sigmoid(at(s, before + i));
      FloatVector slope = at(s, after + i).fma(all(1).sub(gate), gate);
      slope.mul(at(s, by + i)).intoArray(s, by + i);
    }
  }
}
