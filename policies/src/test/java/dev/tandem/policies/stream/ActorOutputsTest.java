package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorOutputsTest {
  private static final int ACTIONS = 3;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGradientIsThatOfFiniteDifferences(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    float[] outputs = new float[2 * ACTIONS];
    double[] exact = new double[2 * ACTIONS];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextDouble(-2, 2);
      exact[i] = outputs[i];
    }
    double[] taken = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double weight = random.nextDouble(-0.5, 0.5);
    float[] gradient = new float[2 * ACTIONS];
    ActorOutputs.gradient(outputs, taken, weight, gradient);
    for (int i = 0; i < exact.length; i++) {
      double value = exact[i];
      exact[i] = value + 1e-6;
      double above = NaiveStream.objective(exact, taken, weight);
      exact[i] = value - 1e-6;
      double below = NaiveStream.objective(exact, taken, weight);
      exact[i] = value;
      double expected = (above - below) / 2e-6;
      assertEquals(expected, gradient[i], 1e-4 * Math.max(1, Math.abs(expected)), "output " + i);
    }
  }

  @Test
  void theStandardDeviationIsTheSoftplusAlsoFarOut() {
    float[] outputs = {0, 0, 0, 0, 200, -80};
    assertEquals(Math.log(2), ActorOutputs.standardDeviation(outputs, 0), 1e-12);
    assertEquals(200, ActorOutputs.standardDeviation(outputs, 1), 1e-9);
    assertEquals(Math.exp(-80), ActorOutputs.standardDeviation(outputs, 2), 1e-40);
  }
}
