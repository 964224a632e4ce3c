package dev.tandem.app.settings;

/**
 * How the networks follow their gradients.
 *
 * @param learningRate of critics, actor and temperature, after the warm-up
 * @param warmupSteps optimiser steps over which the rate grows linearly from zero; 0 for none
 * @param gradientClip largest global norm of a network's gradient; 0 for no clipping
 * @param weightDecay AdamW's: each step takes this times the rate from every weight, but not from
 *     biases, layer norms and the temperature; 0 for none
 */
public record OptimiserSettings(
    double learningRate, int warmupSteps, double gradientClip, double weightDecay) {
  public OptimiserSettings {
    Check.above("learner.optimiser.learning_rate", learningRate, 0);
    Check.atLeast("learner.optimiser.warmup_steps", warmupSteps, 0);
    Check.atLeast("learner.optimiser.gradient_clip", gradientClip, 0);
    Check.atLeast("learner.optimiser.weight_decay", weightDecay, 0);
    Check.below("learner.optimiser.weight_decay", weightDecay, 1 / learningRate);
  }
}
