package dev.tandem.policies.sac;

/** A squashed Gaussian actor in double precision, one row at a time. */
record NaivePolicy(SacConfig config, Arrays64 arrays) {
  /** An action and the logarithm of its probability. */
  record Chosen(double[] action, double logProbability) {}

  /**
   * @param noise standard normal, one an action
   */
  Chosen choose(double[] observation, double[] noise) {
    NaiveNetwork actor = new NaiveNetwork(arrays, "actor/", 0);
    double[] hidden = actor.hidden(config.actor(), observation, NaiveNetwork.Mask.NONE);
    double[] mean = actor.dense("mean", hidden, noise.length);
    double[] logStd = actor.dense("logStd", hidden, noise.length);
    double[] action = new double[noise.length];
    double logProbability = 0;
    for (int i = 0; i < action.length; i++) {
      double least = Math.log(config.entropy().minStd());
      double clipped = Math.max(least, Math.min(Math.log(config.entropy().maxStd()), logStd[i]));
      action[i] = Math.tanh(mean[i] + Math.exp(clipped) * noise[i]);
      logProbability += -0.5 * noise[i] * noise[i] - 0.5 * Math.log(2 * Math.PI) - clipped;
      logProbability -= Math.log(1 - action[i] * action[i]);
    }
    return new Chosen(action, logProbability);
  }
}
