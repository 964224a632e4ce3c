package dev.tandem.policies.jvm;

import dev.tandem.runtime.learn.LearnerStats;

/** What an update says of itself, taken from what its passes leave in the slab. */
final class Losses {
  private final LearnerStats stats = new LearnerStats();
  private final SacNetworks networks;
  private final float[] slab;
  private final int rows;
  private double criticLoss;
  private double meanQ;
  private double actorLoss;
  private double entropy;

  Losses(SacNetworks networks) {
    this.networks = networks;
    this.slab = networks.kernels.slab();
    this.rows = networks.inputs.rows.rows();
  }

  double entropy() {
    return entropy;
  }

  /** After the critics' forward pass over the actions that were taken. */
  void seeCritics() {
    criticLoss = 0;
    meanQ = 0;
    for (Critic critic : networks.critics) {
      criticLoss += networks.head.loss(slab, critic, rows);
      meanQ += mean(critic.q) / networks.critics.length;
    }
  }

  /** After the critics' forward pass over the policy's actions. */
  void seeActor(float alpha) {
    entropy = -mean(networks.actor.logProbability);
    double value = 0;
    for (Critic critic : networks.critics) {
      value += mean(critic.q) / networks.critics.length;
    }
    actorLoss = -alpha * entropy - value;
  }

  LearnerStats stats(double temperature) {
    stats.set(criticLoss, actorLoss, temperature, entropy, meanQ);
    return stats;
  }

  private double mean(int place) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += slab[place + row];
    }
    return sum / rows;
  }
}
