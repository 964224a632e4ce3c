package dev.tandem.simbridge.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * Fits Gaussian mixtures by expectation maximisation (Dempster, Laird and Rubin 1977) from the
 * clusters of k-means++ (Arthur and Vassilvitskii 2007). Equal generators fit equally. One thread.
 */
final class MixtureFit {
  private static final int MOST_STEPS = 100;
  private static final int CLUSTER_STEPS = 10;

  /** Of the mean logarithm of the likelihood, below which a step has changed nothing. */
  private static final double SETTLED = 1e-4;

  /** Added to variances, so that no Gaussian shrinks to a point. */
  private static final double LEAST_VARIANCE = 1e-6;

  private final double[][] points;
  private final int dimensions;

  /** Of points of equal size, [point][number]. */
  MixtureFit(double[][] points) {
    this.points = points;
    this.dimensions = points[0].length;
  }

  /** The mixture with the lowest AIC of those with so many Gaussians. */
  GaussianMixture best(int fewest, int most, RandomGenerator random) {
    GaussianMixture best = fit(Math.min(fewest, points.length), random);
    for (int count = fewest + 1; count <= Math.min(most, points.length); count++) {
      GaussianMixture next = fit(count, random);
      best = next.aic(dimensions) < best.aic(dimensions) ? next : best;
    }
    return best;
  }

  /** A mixture of {@code count} Gaussians. */
  GaussianMixture fit(int count, RandomGenerator random) {
    double[][] shares = clusters(count, random);
    GaussianMixture mixture = maximised(shares, Double.NEGATIVE_INFINITY);
    for (int step = 0; step < MOST_STEPS; step++) {
      double before = mixture.logLikelihood();
      double logLikelihood = expect(mixture, shares);
      mixture = maximised(shares, logLikelihood);
      if (logLikelihood - before < SETTLED * points.length) {
        break;
      }
    }
    double reached = expect(mixture, shares);
    return new GaussianMixture(mixture.gaussians(), mixture.weights(), reached);
  }

  /** How much of each point is each Gaussian's, [point][gaussian]; returns the log-likelihood. */
  private double expect(GaussianMixture mixture, double[][] shares) {
    double logLikelihood = 0;
    for (int p = 0; p < points.length; p++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int g = 0; g < shares[p].length; g++) {
        double density = mixture.gaussians().get(g).logDensity(points[p]);
        shares[p][g] = Math.log(mixture.weights()[g]) + density;
        most = Math.max(most, shares[p][g]);
      }
      double sum = 0;
      for (int g = 0; g < shares[p].length; g++) {
        shares[p][g] = Math.exp(shares[p][g] - most);
        sum += shares[p][g];
      }
      for (int g = 0; g < shares[p].length; g++) {
        shares[p][g] /= sum;
      }
      logLikelihood += most + Math.log(sum);
    }
    return logLikelihood;
  }

  private GaussianMixture maximised(double[][] shares, double logLikelihood) {
    int count = shares[0].length;
    List<Gaussian> gaussians = new ArrayList<>();
    double[] weights = new double[count];
    for (int g = 0; g < count; g++) {
      double sum = 10 * Math.ulp(1.0);
      for (double[] share : shares) {
        sum += share[g];
      }
      weights[g] = sum / points.length;
      gaussians.add(gaussian(shares, g, sum));
    }
    return new GaussianMixture(gaussians, weights, logLikelihood);
  }

  private Gaussian gaussian(double[][] shares, int g, double sum) {
    double[] mean = new double[dimensions];
    for (int p = 0; p < points.length; p++) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += shares[p][g] * points[p][i] / sum;
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(dimensions, dimensions);
    for (int p = 0; p < points.length; p++) {
      for (int i = 0; i < dimensions; i++) {
        double off = shares[p][g] * (points[p][i] - mean[i]) / sum;
        for (int k = 0; k < dimensions; k++) {
          covariance.add(i, k, off * (points[p][k] - mean[k]));
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      covariance.add(i, i, LEAST_VARIANCE);
    }
    return new Gaussian(mean, covariance);
  }

  /** Every point is its nearest centre's, whole. */
  private double[][] clusters(int count, RandomGenerator random) {
    double[][] centres = centres(count, random);
    double[][] shares = new double[points.length][count];
    for (int step = 0; step < CLUSTER_STEPS; step++) {
      for (int p = 0; p < points.length; p++) {
        shares[p] = new double[count];
        shares[p][nearest(points[p], centres, count)] = 1;
      }
      move(centres, shares);
    }
    return shares;
  }

  private void move(double[][] centres, double[][] shares) {
    for (int c = 0; c < centres.length; c++) {
      double[] sum = new double[dimensions];
      double size = 0;
      for (int p = 0; p < points.length; p++) {
        size += shares[p][c];
        for (int i = 0; i < dimensions; i++) {
          sum[i] += shares[p][c] * points[p][i];
        }
      }
      for (int i = 0; i < dimensions && size > 0; i++) {
        centres[c][i] = sum[i] / size;
      }
    }
  }

  /** Each farther from those before, the likelier. */
  private double[][] centres(int count, RandomGenerator random) {
    double[][] centres = new double[count][];
    centres[0] = points[random.nextInt(points.length)].clone();
    for (int c = 1; c < count; c++) {
      double[] squares = new double[points.length];
      double sum = 0;
      for (int p = 0; p < points.length; p++) {
        squares[p] = square(points[p], centres[nearest(points[p], centres, c)]);
        sum += squares[p];
      }
      centres[c] = points[Wheel.turn(squares, sum, random)].clone();
    }
    return centres;
  }

  private static int nearest(double[] point, double[][] centres, int count) {
    int nearest = 0;
    for (int c = 1; c < count; c++) {
      nearest = square(point, centres[c]) < square(point, centres[nearest]) ? c : nearest;
    }
    return nearest;
  }

  static double square(double[] a, double[] b) {
    double square = 0;
    for (int i = 0; i < b.length; i++) {
      square += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return square;
  }
}
