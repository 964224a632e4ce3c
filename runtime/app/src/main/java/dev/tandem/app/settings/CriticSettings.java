package dev.tandem.app.settings;

/**
 * The ensemble of critics (REDQ, arXiv 2101.05982).
 *
 * @param count critics in the ensemble
 * @param targetSubsample critics drawn from it for each target, whose least counts
 * @param layerNorm whether their hidden layers are normalised
 * @param tau share of the critics that moves into their targets with every update, in (0, 1]
 * @param variant what each critic says and how it is taught
 * @param histogram of {@code hl-gauss}
 * @param dropout of {@code droq}: share of a hidden layer's units that every pass forgets
 */
public record CriticSettings(
    int count,
    int targetSubsample,
    boolean layerNorm,
    double tau,
    Variant variant,
    HistogramSettings histogram,
    double dropout) {
  private static final int MOST = 100;

  /**
   * What each critic says and how it is taught; when which helps, as measured by {@code bench
   * critics} (docs/critics.md).
   */
  public enum Variant {
    /** The value, by squared error (SAC, arXiv 1812.05905); the quickest update. */
    PLAIN,

    /**
     * The value as a histogram, by cross-entropy ("Stop Regressing", arXiv 2403.03950). Helps with
     * a sparse reward; no better with a dense one.
     */
    HL_GAUSS,

    /**
     * The return's mean and deviation (DSAC with three refinements, arXiv 2310.05858). Like plain
     * within the intervals.
     */
    DSAC_T,

    /**
     * Plain with dropout in the hidden layers (DroQ, arXiv 2110.02034). Like plain within the
     * intervals, a little sooner with a sparse reward.
     */
    DROQ
  }

  public CriticSettings {
    Check.within("learner.critics.count", count, 1, MOST);
    Check.withinOther(
        "learner.critics.target_subsample", targetSubsample, 1, count, "learner.critics.count");
    Check.above("learner.critics.tau", tau, 0);
    Check.atMost("learner.critics.tau", tau, 1);
    Check.above("learner.critics.dropout", dropout, 0);
    Check.below("learner.critics.dropout", dropout, 1);
  }

  /** Plain ones. */
  public CriticSettings(int count, int targetSubsample, boolean layerNorm, double tau) {
    this(count, targetSubsample, layerNorm, tau, Variant.PLAIN, HistogramSettings.defaults(), 0.01);
  }
}
