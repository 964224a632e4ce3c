package dev.tandem.policies.jvm.kernel;

/** Adam on one value, as {@link VectorAdam} has it. */
final class PlainAdam {
  private PlainAdam() {}

  static void descend(float[] s, Learnt learnt, int i, AdamStep step) {
    float gradient = s[learnt.gradient() + i] * step.gradientScale;
    int first = learnt.firstMoment() + i;
    int second = learnt.secondMoment() + i;
    s[first] = kept(Math.fma(gradient - s[first], AdamStep.REST1, s[first]));
    s[second] = kept(Math.fma(gradient * gradient - s[second], AdamStep.REST2, s[second]));
    float value = s[learnt.value() + i];
    float rest = value - value * step.decay;
    float root = (float) Math.sqrt(s[second]) + step.epsilon;
    float improved = rest - s[first] * step.rate / root;
    s[learnt.value() + i] = improved;
    if (learnt.target() != Learnt.NONE) {
      int target = learnt.target() + i;
      s[target] = Math.fma(improved - s[target], step.tau, s[target]);
    }
  }

  private static float kept(float moment) {
    return Math.abs(moment) < AdamStep.LEAST_MOMENT ? 0 : moment;
  }
}
