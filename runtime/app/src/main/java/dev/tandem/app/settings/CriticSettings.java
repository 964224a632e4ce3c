package dev.tandem.app.settings;

/**
 * The ensemble of critics (REDQ, arXiv 2101.05982).
 *
 * @param count critics in the ensemble
 * @param targetSubsample critics drawn from it for each target, whose least counts
 * @param layerNorm whether their hidden layers are normalised
 * @param tau share of the critics that moves into their targets with every update, in (0, 1]
 */
public record CriticSettings(int count, int targetSubsample, boolean layerNorm, double tau) {
  private static final int MOST = 100;

  public CriticSettings {
    Check.within("learner.critics.count", count, 1, MOST);
    Check.within("learner.critics.target_subsample", targetSubsample, 1, count);
    Check.above("learner.critics.tau", tau, 0);
    Check.atMost("learner.critics.tau", tau, 1);
  }
}
