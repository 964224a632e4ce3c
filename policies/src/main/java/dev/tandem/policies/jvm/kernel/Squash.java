package dev.tandem.policies.jvm.kernel;

/**
 * Places of a tanh-squashed Gaussian (SAC, arXiv 1812.05905, appendix C), each [rows * actions].
 *
 * @param clip bounds of the logarithm of the standard deviation
 */
public record Squash(Gaussian gaussian, Drawn drawn, Clip clip) {
  /**
   * What is read.
   *
   * @param mean before the squash
   * @param logStd before it is clipped
   * @param noise standard normal
   */
  public record Gaussian(int mean, int logStd, int noise) {}

  /**
   * What is written.
   *
   * @param spread standard deviation times noise, what is added to the mean
   * @param action tanh(mean + spread)
   * @param logProbability of each value of the action, after the squash
   */
  public record Drawn(int spread, int action, int logProbability) {}

  /** Bounds, in the logarithm. */
  public record Clip(float least, float most) {}
}
