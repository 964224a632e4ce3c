package dev.tandem.policies.stream;

import static dev.tandem.policies.stream.StreamFixture.drawn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tandem.policies.jvm.kernel.RowWeights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("kernels")
class StreamNetworkTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  /** Shapes of one to three hidden layers, within one panel and beyond. */
  private static EligibilityTraces traces(RandomGenerator random) {
    List<Integer> hidden = random.ints(random.nextInt(1, 4), 2, 19).boxed().toList();
    StreamShape shape = new StreamShape(random.nextInt(1, 9), hidden, random.nextInt(1, 5));
    EligibilityTraces traces = drawn(shape, 1, 1, 0.5, random);
    for (DenseLayer layer : traces.network.layers) {
      RowWeights weights = layer.weights();
      for (int j = 0; j < weights.outputs(); j++) {
        traces.network.slab()[weights.row(weights.inputs()) + j] = (float) random.nextGaussian();
      }
    }
    return traces;
  }

  private static EligibilityTraces traces(List<Integer> hidden, int outputs, long seed) {
    return drawn(new StreamShape(3, hidden, outputs), 1, 1, 0, new SplittableRandom(seed));
  }

  private static float[] input(StreamNetwork network, RandomGenerator random) {
    return fill(new float[network.layers[0].weights().inputs()], random);
  }

  private static float[] fill(float[] values, RandomGenerator random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] values(EligibilityTraces traces, int layer) {
    return traces.layers[layer].values().in(traces.network.slab());
  }

  private static double[] exact(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double weightedSum(double[] outputs, float[] weights) {
    double sum = 0;
    for (int j = 0; j < outputs.length; j++) {
      sum += outputs[j] * weights[j];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesWhatDoublePrecisionGives(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    StreamNetwork network = traces(random).network;
    float[] input = input(network, random);
    double[] expected = new NaiveStreamNetwork(network).forward(input);
    float[] found = network.forward(input);
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], found[j], 1e-4, "output " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGradientIsThatOfFiniteDifferences(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    EligibilityTraces traces = traces(random);
    StreamNetwork network = traces.network;
    float[] input = input(network, random);
    float[] by = fill(network.forward(input).clone(), random);
    traces.accumulate(by, 0);
    NaiveStreamNetwork naive = new NaiveStreamNetwork(network);
    double[][][] expected = naive.gradient(exact(input), outputs -> weightedSum(outputs, by));
    for (int k = 0; k < traces.layers.length; k++) {
      float[] found = values(traces, k);
      for (int i = 0; i < expected[k].length; i++) {
        for (int j = 0; j < expected[k][i].length; j++) {
          assertEquals(
              expected[k][i][j],
              found[i * expected[k][i].length + j],
              2e-3 * Math.max(1, Math.abs(expected[k][i][j])),
              "layer " + k + ", weight " + i + ", " + j);
        }
      }
    }
  }

  @Test
  void goesBeyondOnePanel() {
    StreamNetwork network = traces(List.of(70, 130), 2, 4).network;
    float[] input = input(network, new SplittableRandom(4));
    double[] expected = new NaiveStreamNetwork(network).forward(input);
    assertEquals(expected[1], network.forward(input)[1], 1e-4);
  }

  @Test
  void tracesFadeAndAddUp() {
    EligibilityTraces once = traces(List.of(6), 1, 5);
    EligibilityTraces twice = traces(List.of(6), 1, 5);
    float[] input = input(once.network, new SplittableRandom(5));
    once.network.forward(input);
    twice.network.forward(input);
    once.accumulate(new float[] {1}, 0.5f);
    twice.accumulate(new float[] {1}, 0.5f);
    twice.accumulate(new float[] {1}, 0.5f);
    for (int k = 0; k < once.layers.length; k++) {
      float[] first = values(once, k);
      float[] both = values(twice, k);
      for (int i = 0; i < first.length; i++) {
        assertEquals(1.5f * first[i], both[i], 1e-6f);
      }
    }
  }

  @Test
  void theNormOfATraceIsTheSumOfItsMagnitudes() {
    RandomGenerator random = new SplittableRandom(6);
    EligibilityTraces traces = traces(List.of(7, 5), 2, 6);
    for (int step = 0; step < 3; step++) {
      traces.network.forward(input(traces.network, random));
      traces.accumulate(fill(new float[2], random), 0.8f);
    }
    for (int k = 0; k < traces.layers.length; k++) {
      double sum = 0;
      for (float value : values(traces, k)) {
        sum += Math.abs(value);
      }
      assertEquals(sum, traces.layers[k].norm(traces.network.slab()), 1e-5 * sum);
    }
  }

  @Test
  void aCopyKeepsTheWeightsAsTheyWere() {
    StreamNetwork network = traces(List.of(6), 2, 7).network;
    float[] input = input(network, new SplittableRandom(7));
    StreamNetwork copy = network.copy();
    float[] before = network.forward(input).clone();
    network.slab()[network.layers[1].weights().row(6)] += 1;
    assertNotEquals(before[0], network.forward(input)[0]);
    assertArrayEquals(before, copy.forward(input));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyUnitStartsWithNineOfTenWeightsAtZeroAndTheRestWithinTheBound(long seed) {
    RowWeights layer = new RowWeights(0, 40, 9);
    float[] slab = new float[layer.size()];
    SparseWeights.draw(slab, layer, 0.9, new SplittableRandom(seed));
    for (int j = 0; j < layer.outputs(); j++) {
      int alive = 0;
      for (int i = 0; i < layer.inputs(); i++) {
        alive += slab[layer.row(i) + j] == 0 ? 0 : 1;
        assertEquals(0, slab[layer.row(i) + j], 1 / Math.sqrt(40));
      }
      assertEquals(4, alive, "unit " + j);
      assertEquals(0, slab[layer.row(40) + j], "bias " + j);
    }
  }

  @Test
  void noUnitIsWithoutAnyInputHoweverFewThereAre() {
    RowWeights layer = new RowWeights(0, 3, 50);
    float[] slab = new float[layer.size()];
    SparseWeights.draw(slab, layer, 0.9, new SplittableRandom(3));
    boolean[] used = new boolean[3];
    for (int j = 0; j < layer.outputs(); j++) {
      int alive = 0;
      for (int i = 0; i < layer.inputs(); i++) {
        alive += slab[layer.row(i) + j] == 0 ? 0 : 1;
        used[i] |= slab[layer.row(i) + j] != 0;
      }
      assertEquals(1, alive, "unit " + j);
    }
    assertArrayEquals(new boolean[] {true, true, true}, used);
  }
}
