package dev.tandem.simbridge.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MixtureFitTest {
  private static Gaussian gaussian(double x, double y, double xx, double xy, double yy) {
    return new Gaussian(
        new double[] {x, y}, new DMatrixRMaj(2, 2, true, new double[] {xx, xy, xy, yy}));
  }

  private static final List<Gaussian> KNOWN =
      List.of(
          gaussian(0, 0, 0.04, 0.03, 0.04),
          gaussian(1, 2, 0.09, 0, 0.01),
          gaussian(3, 0, 0.25, -0.1, 0.16));

  private static final double[] WEIGHTS = {0.5, 0.3, 0.2};

  private static double[][] draws(int count, SplittableRandom random) {
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = KNOWN.get(Wheel.turn(WEIGHTS, 1, random)).draw(random);
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheGaussiansThatThePointsWereDrawnFromAndHowManyThereAre(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GaussianMixture found = new MixtureFit(draws(2000, random)).best(2, 6, random);
    assertEquals(3, found.gaussians().size(), "seed " + seed);
    List<Gaussian> sorted =
        found.gaussians().stream().sorted(Comparator.comparingDouble(g -> g.mean(0))).toList();
    for (int g = 0; g < 3; g++) {
      Gaussian truth = KNOWN.get(g);
      for (int i = 0; i < 2; i++) {
        assertEquals(truth.mean(i), sorted.get(g).mean(i), 0.08, "seed " + seed);
        for (int k = 0; k < 2; k++) {
          assertEquals(truth.covariance(i, k), sorted.get(g).covariance(i, k), 0.05);
        }
      }
      int at = found.gaussians().indexOf(sorted.get(g));
      assertEquals(WEIGHTS[g], found.weights()[at], 0.04, "seed " + seed);
    }
  }

  /** Of the mixture that the points were drawn from, by the definition of its density. */
  @Test
  void theLikelihoodThatItReachesIsThatOfItsDensity() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] points = draws(200, random);
    GaussianMixture found = new MixtureFit(points).fit(3, random);
    double sum = 0;
    for (double[] point : points) {
      double density = 0;
      for (int g = 0; g < 3; g++) {
        density += found.weights()[g] * Math.exp(found.gaussians().get(g).logDensity(point));
      }
      sum += Math.log(density);
    }
    assertEquals(sum, found.logLikelihood(), 1e-9);
    assertEquals(2 * (3 * 5 + 2) - 2 * sum, found.aic(2), 1e-9);
  }

  @Test
  void aDensityIsTheOneOfTheBooks() {
    Gaussian normal = gaussian(1, -1, 4, 0, 0.25);
    double atMean = -Math.log(2 * Math.PI) - 0.5 * Math.log(4 * 0.25);
    assertEquals(atMean, normal.logDensity(new double[] {1, -1}), 1e-12);
    assertEquals(atMean - 0.5 - 2, normal.logDensity(new double[] {3, 0}), 1e-12);
    assertEquals(-0.5 * Math.log(8 * Math.PI), normal.marginal(1).logDensity(new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> gaussian(0, 0, 1, 2, 1));
  }

  @Test
  void pointsThatAreAllTheSameAreNoTrouble() {
    GaussianMixture found = new MixtureFit(new double[20][3]).best(2, 10, new SplittableRandom(1));
    assertTrue(Double.isFinite(found.logLikelihood()));
    assertEquals(0, found.gaussians().get(0).mean(2));
  }
}
