package dev.tandem.app.settings;

/**
 * How the networks follow their gradients.
 *
 * @param learningRate of critics, actor and temperature, after the warm-up
 * @param warmupSteps optimiser steps over which the rate grows linearly from zero; 0 for none
 * @param gradientClip largest global norm of a network's gradient; 0 for no clipping
 */
public record OptimiserSettings(double learningRate, int warmupSteps, double gradientClip) {
  public OptimiserSettings {
    Check.above("learner.optimiser.learning_rate", learningRate, 0);
    Check.atLeast("learner.optimiser.warmup_steps", warmupSteps, 0);
    Check.atLeast("learner.optimiser.gradient_clip", gradientClip, 0);
  }
}
