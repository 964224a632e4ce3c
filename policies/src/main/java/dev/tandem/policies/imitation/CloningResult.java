package dev.tandem.policies.imitation;

import dev.tandem.policies.nn.NeuralPolicy;

/**
 * What behaviour cloning came to.
 *
 * @param policy of the epoch with the least validation error
 * @param epoch that it stems from, counted from 1
 * @param validationError its mean squared error on episodes it was not trained on, in [-1, 1] units
 */
public record CloningResult(NeuralPolicy policy, int epoch, double validationError) {}
