package dev.tandem.policies.sac;

import static dev.tandem.policies.sac.Expected.positive;
import static dev.tandem.policies.sac.Expected.require;

/**
 * Adam (arXiv 1412.6980) with beta 0.9 and 0.999, epsilon 1e-8; each of the three that are learnt
 * has a step counter of its own. With weight decay it is AdamW (1711.05101): the weights of actor
 * and critics shrink beside the step, not by way of the gradient, so neither moments nor clipping
 * see it. Weights are what inputs are multiplied by: biases, gains and shifts of a norm and the
 * temperature do not decay.
 *
 * @param actorRate learning rate of the actor
 * @param criticRate learning rate of the critics
 * @param temperatureRate learning rate of the logarithm of the temperature; 0 keeps it fixed
 * @param warmupSteps optimiser steps over which each rate grows linearly from zero; 0 for none
 * @param gradientClip largest global norm of actor's and critics' gradients; 0 for no clipping
 * @param weightDecay each step takes this times the rate of that step from every weight, so that a
 *     weight without a gradient fades as e^(-rate weightDecay steps); 0 for none
 */
public record Optimiser(
    double actorRate,
    double criticRate,
    double temperatureRate,
    int warmupSteps,
    double gradientClip,
    double weightDecay) {
  public Optimiser {
    require(positive(actorRate), "actorRate", "> 0", actorRate);
    require(positive(criticRate), "criticRate", "> 0", criticRate);
    boolean still = temperatureRate == 0;
    require(still || positive(temperatureRate), "temperatureRate", ">= 0", temperatureRate);
    require(warmupSteps >= 0, "warmupSteps", ">= 0", warmupSteps);
    boolean free = gradientClip == 0;
    require(free || positive(gradientClip), "gradientClip", ">= 0", gradientClip);
    double least = 1 / Math.max(actorRate, criticRate);
    String range = "in [0, " + least + "), one over the rate";
    require(weightDecay >= 0 && weightDecay < least, "weightDecay", range, weightDecay);
  }

  /** Of the actor, which decays. */
  public AdamSchedule actorSchedule() {
    return new AdamSchedule(actorRate, warmupSteps, weightDecay);
  }

  /** Of the critics, which decay. */
  public AdamSchedule criticSchedule() {
    return new AdamSchedule(criticRate, warmupSteps, weightDecay);
  }

  /** Of the temperature, which does not decay. */
  public AdamSchedule temperatureSchedule() {
    return new AdamSchedule(temperatureRate, warmupSteps, 0);
  }
}
