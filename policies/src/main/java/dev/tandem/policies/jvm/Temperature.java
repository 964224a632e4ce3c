package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.AdamStep;
import dev.tandem.policies.sac.AdamSchedule;

/**
 * The temperature alpha, which keeps the policy's entropy at its target (SAC, arXiv 1812.05905,
 * section 5); its logarithm is what is learnt.
 */
final class Temperature {
  /** Logarithm, first and second moment of its gradient. */
  final float[] log = new float[1];

  final float[] firstMoment = new float[1];
  final float[] secondMoment = new float[1];
  private final AdamSchedule schedule;
  private final double targetEntropy;
  private final float[] numbers = new float[AdamSchedule.WIDTH];

  Temperature(double initial, double targetEntropy, AdamSchedule schedule) {
    this.log[0] = (float) Math.log(initial);
    this.targetEntropy = targetEntropy;
    this.schedule = schedule;
  }

  float alpha() {
    return (float) Math.exp(log[0]);
  }

  /** Down the gradient of alpha (entropy - target entropy) by log alpha. */
  void step(double entropy) {
    schedule.next(numbers, 0);
    float gradient = (float) (alpha() * (entropy - targetEntropy));
    firstMoment[0] += (gradient - firstMoment[0]) * AdamStep.REST1;
    secondMoment[0] += (gradient * gradient - secondMoment[0]) * AdamStep.REST2;
    float root = (float) Math.sqrt(secondMoment[0]) + numbers[1];
    log[0] -= firstMoment[0] * numbers[0] / root;
  }
}
