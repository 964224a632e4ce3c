package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Policy;

/**
 * Returns of two hundred evaluation episodes. Their starts are spread evenly, and so are those of
 * any ten in a row: the means of ten tell how far chance moves the mean of all. Single returns
 * would not, as they differ by where they start, of which all two hundred have their even share.
 *
 * @param mean return
 * @param standardError of the mean
 */
record Confirmation(double mean, double standardError) {
  static final int EPISODES = 200;
  private static final int GROUP = 10;

  /** Of the evaluation episodes from {@code first} on. */
  static Confirmation of(PendulumWorld judge, Policy policy, int first) {
    double[] groupMeans = new double[EPISODES / GROUP];
    for (int i = 0; i < groupMeans.length; i++) {
      groupMeans[i] = judge.meanReturn(policy, first + i * GROUP, GROUP);
    }
    return of(groupMeans);
  }

  static Confirmation of(double... groupMeans) {
    int groups = groupMeans.length;
    double sum = 0;
    for (double groupMean : groupMeans) {
      sum += groupMean;
    }
    double mean = sum / groups;
    double squares = 0;
    for (double groupMean : groupMeans) {
      squares += (groupMean - mean) * (groupMean - mean);
    }
    return new Confirmation(mean, Math.sqrt(squares / (groups - 1) / groups));
  }

  /**
   * Whether two hundred others can be expected to reach {@code level} too. Their mean varies as
   * much as this one, so the two differ by the root of two standard errors.
   */
  boolean holds(double level) {
    return mean - Math.sqrt(2) * standardError >= level;
  }
}
