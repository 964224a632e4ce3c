package dev.tandem.simbridge.teach;

import java.util.List;

/**
 * Several normal distributions at once. Immutable.
 *
 * @param weights that sum to 1
 * @param logLikelihood of the points that it was fitted to, all together
 */
record GaussianMixture(List<Gaussian> gaussians, double[] weights, double logLikelihood) {
  GaussianMixture {
    gaussians = List.copyOf(gaussians);
  }

  /**
   * Akaike's information criterion: the lower, the better do so many numbers explain the points.
   *
   * @param dimensions of a point
   */
  double aic(int dimensions) {
    int each = dimensions + dimensions * (dimensions + 1) / 2;
    return 2 * (gaussians.size() * each + gaussians.size() - 1) - 2 * logLikelihood;
  }
}
