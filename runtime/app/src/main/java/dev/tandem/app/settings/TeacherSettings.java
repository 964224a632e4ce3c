package dev.tandem.app.settings;

import dev.tandem.simbridge.teach.AlpGmm;

/**
 * The teacher by absolute learning progress; the defaults are the paper's (arXiv 1910.07224).
 *
 * @param window last episodes that count
 * @param fitEvery episodes from one mixture to the next
 * @param maxGaussians of a mixture, whose number Akaike's criterion chooses, from 2 on
 * @param randomShare of the episodes that come from everywhere
 */
public record TeacherSettings(int window, int fitEvery, int maxGaussians, double randomShare) {
  private static final int MOST_EPISODES = 10_000;
  private static final int MOST_GAUSSIANS = 50;

  public TeacherSettings {
    Check.within("randomization.alp_gmm.window", window, 10, MOST_EPISODES);
    Check.within("randomization.alp_gmm.fit_every", fitEvery, 1, MOST_EPISODES);
    Check.within("randomization.alp_gmm.max_gaussians", maxGaussians, 2, MOST_GAUSSIANS);
    Check.atLeast("randomization.alp_gmm.random_share", randomShare, 0);
    Check.atMost("randomization.alp_gmm.random_share", randomShare, 1);
  }

  static TeacherSettings defaults() {
    return new TeacherSettings(250, 250, 10, 0.2);
  }

  AlpGmm.Config config() {
    return new AlpGmm.Config(window, fitEvery, maxGaussians, randomShare);
  }
}
