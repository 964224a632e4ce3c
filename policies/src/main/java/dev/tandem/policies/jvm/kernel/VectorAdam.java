package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.AdamStep.LEAST_MOMENT;
import static dev.tandem.policies.jvm.kernel.AdamStep.REST1;
import static dev.tandem.policies.jvm.kernel.AdamStep.REST2;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Adam, with weight decay and a target that follows, in one pass over memory. */
final class VectorAdam {
  private VectorAdam() {}

  static void descend(float[] s, Learnt at, int from, int count, AdamStep step) {
    boolean followed = at.target() != Learnt.NONE;
    FloatVector scale = FloatVector.broadcast(SPECIES, step.gradientScale);
    FloatVector decay = FloatVector.broadcast(SPECIES, step.decay);
    FloatVector rate = FloatVector.broadcast(SPECIES, step.rate);
    FloatVector epsilon = FloatVector.broadcast(SPECIES, step.epsilon);
    FloatVector tau = FloatVector.broadcast(SPECIES, step.tau);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector rest1 = FloatVector.broadcast(SPECIES, REST1);
    FloatVector rest2 = FloatVector.broadcast(SPECIES, REST2);
    for (int i = from; i < from + count; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, s, at.gradient() + i).mul(scale);
      FloatVector first = FloatVector.fromArray(SPECIES, s, at.firstMoment() + i);
      FloatVector second = FloatVector.fromArray(SPECIES, s, at.secondMoment() + i);
      FloatVector value = FloatVector.fromArray(SPECIES, s, at.value() + i);
      first = gradient.sub(first).fma(rest1, first);
      second = gradient.mul(gradient).sub(second).fma(rest2, second);
      first = first.blend(zero, first.abs().lt(LEAST_MOMENT));
      second = second.blend(zero, second.lt(LEAST_MOMENT));
      value = value.sub(value.mul(decay));
      value = value.sub(first.mul(rate).div(second.sqrt().add(epsilon)));
      first.intoArray(s, at.firstMoment() + i);
      second.intoArray(s, at.secondMoment() + i);
      value.intoArray(s, at.value() + i);
      if (followed) {
        FloatVector target = FloatVector.fromArray(SPECIES, s, at.target() + i);
        value.sub(target).fma(tau, target).intoArray(s, at.target() + i);
      }
    }
  }
}
