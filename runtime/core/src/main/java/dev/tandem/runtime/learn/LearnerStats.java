package dev.tandem.runtime.learn;

/**
 * What one update says of itself; losses are means over the batch of the last critic step. A
 * learner keeps one and writes it anew with every update, so that an update allocates nothing. Of
 * the learner's thread.
 */
public final class LearnerStats {
  private double criticLoss;
  private double actorLoss;
  private double temperature;
  private double entropy;
  private double meanQ;

  /** Zeros, to be {@link #set}. */
  public LearnerStats() {}

  public LearnerStats(
      double criticLoss, double actorLoss, double temperature, double entropy, double meanQ) {
    set(criticLoss, actorLoss, temperature, entropy, meanQ);
  }

  /**
   * For the learner.
   *
   * @param criticLoss mean squared Bellman error, summed over the critics
   * @param actorLoss temperature times log probability less Q
   * @param temperature after the update
   * @param entropy of the policy on the batch, in nats
   * @param meanQ of the critics on the batch
   */
  public void set(
      double criticLoss, double actorLoss, double temperature, double entropy, double meanQ) {
    this.criticLoss = criticLoss;
    this.actorLoss = actorLoss;
    this.temperature = temperature;
    this.entropy = entropy;
    this.meanQ = meanQ;
  }

  /** Mean squared Bellman error, summed over the critics. */
  public double criticLoss() {
    return criticLoss;
  }

  /** Temperature times log probability less Q. */
  public double actorLoss() {
    return actorLoss;
  }

  /** After the update. */
  public double temperature() {
    return temperature;
  }

  /** Of the policy on the batch, in nats. */
  public double entropy() {
    return entropy;
  }

  /** Of the critics on the batch. */
  public double meanQ() {
    return meanQ;
  }
}
