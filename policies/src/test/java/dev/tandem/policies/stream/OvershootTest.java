package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.drawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Overshooting-bounded gradient descent: how far one TD error may move the weights. */
class OvershootTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static float[] uniform(RandomGenerator random, int count, double bound) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return values;
  }

  private static final StreamShape SMALL = new StreamShape(3, List.of(4), 1);

  private static double distance(StreamNetwork from, StreamNetwork to) {
    double sum = 0;
    for (int k = 0; k < from.layers.length; k++) {
      float[] first = from.layers[k].weights().in(from.slab());
      float[] second = to.layers[k].weights().in(to.slab());
      for (int i = 0; i < first.length; i++) {
        sum += Math.abs(first[i] - second[i]);
      }
    }
    return sum;
  }

  /** min(alpha |delta| |z|_1, |delta| / (kappa max(|delta|, 1))), from the paper's box. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theWeightsMoveByThePapersStepHoweverLargeErrorAndTrace(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    StreamShape shape = new StreamShape(random.nextInt(1, 8), List.of(4), 1);
    double alpha = Math.exp(random.nextDouble(-6, 1));
    double kappa = random.nextDouble(1, 5);
    double delta = Math.exp(random.nextDouble(-4, 6)) * (random.nextBoolean() ? 1 : -1);
    EligibilityTraces traces = drawn(shape, alpha, kappa, 0, random);
    StreamNetwork network = traces.network;
    StreamNetwork before = network.copy();
    double norm = 0;
    int past = random.nextInt(1, 20);
    for (int step = 0; step < past; step++) {
      network.forward(uniform(random, shape.inputs(), 3));
      traces.accumulate(new float[] {1}, 0.8f);
    }
    for (LayerTrace layer : traces.layers) {
      norm += layer.norm(network.slab());
    }
    traces.step(delta);
    double unbounded = alpha * Math.abs(delta) * norm;
    double bound = Math.abs(delta) / (kappa * Math.max(Math.abs(delta), 1));
    double expected = Math.min(unbounded, bound);
    assertEquals(expected, distance(before, network), 1e-3 * expected + 1e-6);
  }

  /** A linear prediction of features no larger than kappa: the error shrinks and keeps its sign. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noTransitionMovesALinearPredictionBeyondItsTarget(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    EligibilityTraces traces = drawn(new StreamShape(6, List.of(), 1), 1, 2, 0, random);
    StreamNetwork network = traces.network;
    for (int step = 0; step < 100; step++) {
      double target = random.nextDouble(-30, 30);
      float[] input = uniform(random, 6, 2);
      double error = target - network.forward(input)[0];
      double left = learn(traces, input, target);
      assertTrue(Math.abs(left) <= Math.abs(error) + 1e-5, error + " became " + left);
      assertTrue(left * error >= -1e-4, error + " was overshot to " + left);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTransitionMakesItsOwnErrorLargerInADeepNetwork(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    EligibilityTraces traces = drawn(new StreamShape(5, List.of(16, 16), 1), 1, 2, 0.9, random);
    StreamNetwork network = traces.network;
    for (int step = 0; step < 200; step++) {
      double target = random.nextDouble(-30, 30);
      float[] input = uniform(random, 5, 3);
      double error = target - network.forward(input)[0];
      double left = learn(traces, input, target);
      assertTrue(Math.abs(left) <= Math.abs(error) + 1e-5, error + " became " + left);
    }
  }

  /** One step with a fresh trace; returns the error that is left. */
  private static double learn(EligibilityTraces traces, float[] input, double target) {
    StreamNetwork network = traces.network;
    double error = target - network.forward(input)[0];
    traces.clear();
    traces.accumulate(new float[] {1}, 0);
    traces.step(error);
    return target - network.forward(input)[0];
  }

  @Test
  void clearedTracesCreditNothing() {
    RandomGenerator random = new SplittableRandom(2);
    EligibilityTraces traces = drawn(SMALL, 1, 2, 0, random);
    StreamNetwork network = traces.network;
    network.forward(uniform(random, 3, 1));
    traces.accumulate(new float[] {1}, 0.9f);
    traces.clear();
    StreamNetwork before = network.copy();
    traces.step(4);
    assertEquals(0, distance(before, network));
  }
}
