package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Observation normalisation and reward scaling. */
class RunningStatisticsTest {
  @Test
  void meanAndVarianceAreThoseOfTwoPasses() {
    RandomGenerator random = new SplittableRandom(4);
    int count = 500;
    double[] seen = new double[count];
    RunningMoments moments = new RunningMoments(2);
    for (int i = 0; i < count; i++) {
      float value = (float) (1000 + random.nextGaussian());
      seen[i] = value;
      moments.update(new float[] {0, value});
    }
    double mean = 0;
    for (double value : seen) {
      mean += value / count;
    }
    double variance = 0;
    for (double value : seen) {
      variance += (value - mean) * (value - mean) / (count - 1);
    }
    assertEquals(mean, moments.mean[1], 1e-9);
    assertEquals(Math.sqrt(variance), moments.standardDeviation(1), 1e-7);
  }

  @Test
  void normalisedValuesAreStandardDeviationsFromTheMean() {
    RunningMoments moments = new RunningMoments(1);
    for (float value : new float[] {1, 3, 5}) {
      moments.update(new float[] {value});
    }
    float[] out = new float[1];
    moments.normalise(new float[] {7}, out);
    assertArrayEquals(new float[] {2}, out, 1e-6f);
  }

  @Test
  void nothingIsScaledBeforeThereAreTwoValues() {
    RunningMoments moments = new RunningMoments(1);
    float[] out = new float[1];
    moments.normalise(new float[] {7}, out);
    assertEquals(7, out[0], 1e-6);
    moments.update(new float[] {3});
    moments.normalise(new float[] {7}, out);
    assertEquals(4, out[0], 1e-6);
  }

  @Test
  void rewardsAreDividedByTheSpreadOfTheDiscountedSum() {
    RewardScale scale = new RewardScale(0.5);
    assertEquals(4, scale.scale(4), 1e-6);
    // sums 4 and 0.5 * 4 + 1 = 3: standard deviation 1 / sqrt(2)
    assertEquals(Math.sqrt(2), scale.scale(1), 1e-6);
  }

  @Test
  void theDiscountedSumStartsAnewWithAnEpisodeAndTheSpreadGoesOn() {
    RewardScale scale = new RewardScale(0.5);
    assertEquals(4, scale.scale(4), 1e-6);
    scale.startEpisode();
    // sums 4 and 2: standard deviation sqrt(2)
    assertEquals(2 / Math.sqrt(2), scale.scale(2), 1e-6);
  }
}
