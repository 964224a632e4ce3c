package dev.tandem.policies.jvm.kernel;

import static dev.tandem.policies.jvm.kernel.AdamStep.REST1;
import static dev.tandem.policies.jvm.kernel.AdamStep.REST2;
import static dev.tandem.policies.jvm.kernel.Simd.LANES;
import static dev.tandem.policies.jvm.kernel.Simd.all;
import static dev.tandem.policies.jvm.kernel.Simd.at;

import jdk.incubator.vector.FloatVector;

/** Adam, with weight decay and a target that follows, in one pass over memory. */
final class VectorAdam {
  private VectorAdam() {}

  static void descend(float[] s, Learnt learnt, int from, int count, AdamStep step) {
    for (int i = from; i < from + count; i += LANES) {
      improved(s, learnt, i, step).intoArray(s, learnt.value() + i);
    }
  }

  static void descendFollowed(float[] s, Learnt learnt, int from, int count, AdamStep step) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector value = improved(s, learnt, i, step);
      value.intoArray(s, learnt.value() + i);
      FloatVector target = at(s, learnt.target() + i);
      value.sub(target).fma(all(step.tau), target).intoArray(s, learnt.target() + i);
    }
  }

  private static FloatVector improved(float[] s, Learnt learnt, int i, AdamStep step) {
    FloatVector gradient = at(s, learnt.gradient() + i).mul(step.gradientScale);
    FloatVector first = at(s, learnt.firstMoment() + i);
    FloatVector second = at(s, learnt.secondMoment() + i);
    first = gradient.sub(first).fma(all(REST1), first);
    second = gradient.mul(gradient).sub(second).fma(all(REST2), second);
    first.intoArray(s, learnt.firstMoment() + i);
    second.intoArray(s, learnt.secondMoment() + i);
    FloatVector value = at(s, learnt.value() + i);
    FloatVector kept = value.fma(all(-step.decay), value);
    return kept.sub(first.mul(step.rate).div(second.sqrt().add(step.epsilon)));
  }
}
