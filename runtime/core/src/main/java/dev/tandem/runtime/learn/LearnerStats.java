package dev.tandem.runtime.learn;

/**
 * What one update says of itself; losses are means over the batch of the last critic step.
 *
 * @param criticLoss mean squared Bellman error, summed over the critics
 * @param actorLoss temperature times log probability less Q
 * @param temperature after the update
 * @param entropy of the policy on the batch, in nats
 * @param meanQ of the critics on the batch
 */
public record LearnerStats(
    double criticLoss, double actorLoss, double temperature, double entropy, double meanQ) {}
