package dev.tandem.policies.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamNetworkTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  /** Shapes of one to three hidden layers, of widths that four does and does not divide. */
  private static StreamNetwork network(RandomGenerator random) {
    List<Integer> hidden = random.ints(random.nextInt(1, 4), 2, 19).boxed().toList();
    StreamNetwork network =
        StreamNetwork.draw(random.nextInt(1, 9), hidden, random.nextInt(1, 5), 0.5, random);
    for (DenseLayer layer : network.layers) {
      fill(layer.rows[layer.inputs], random);
    }
    return network;
  }

  private static float[] input(StreamNetwork network, RandomGenerator random) {
    return fill(new float[network.layers[0].inputs], random);
  }

  private static float[] fill(float[] values, RandomGenerator random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static LayerTrace[] traces(StreamNetwork network) {
    return new EligibilityTraces(network, 1, 1).layers;
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
    StreamNetwork network = network(random);
    float[] input = input(network, random);
    double[] expected = new NaiveNetwork(network).forward(input);
    float[] found = network.forward(input);
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], found[j], 1e-4, "output " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGradientIsThatOfFiniteDifferences(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    StreamNetwork network = network(random);
    float[] input = input(network, random);
    float[] by = fill(new float[network.layers[network.layers.length - 1].outputs], random);
    LayerTrace[] traces = traces(network);
    network.forward(input);
    network.backward(by, 0, traces);
    NaiveNetwork naive = new NaiveNetwork(network);
    double step = 1e-6;
    for (int k = 0; k < traces.length; k++) {
      for (int i = 0; i < naive.weights[k].length; i++) {
        for (int j = 0; j < naive.weights[k][i].length; j++) {
          double weight = naive.weights[k][i][j];
          naive.weights[k][i][j] = weight + step;
          double above = weightedSum(naive.forward(input), by);
          naive.weights[k][i][j] = weight - step;
          double below = weightedSum(naive.forward(input), by);
          naive.weights[k][i][j] = weight;
          double expected = (above - below) / (2 * step);
          assertEquals(
              expected,
              traces[k].values.rows[i][j],
              2e-3 * Math.max(1, Math.abs(expected)),
              "layer " + k + ", weight " + i + ", " + j);
        }
      }
    }
  }

  @Test
  void tracesFadeAndAddUp() {
    RandomGenerator random = new SplittableRandom(5);
    StreamNetwork network = StreamNetwork.draw(3, List.of(6), 1, 0, random);
    LayerTrace[] once = traces(network);
    LayerTrace[] twice = traces(network);
    network.forward(input(network, random));
    network.backward(new float[] {1}, 0.5f, once);
    network.backward(new float[] {1}, 0.5f, twice);
    network.backward(new float[] {1}, 0.5f, twice);
    for (int k = 0; k < once.length; k++) {
      float[] first = once[k].values.flat();
      float[] both = twice[k].values.flat();
      for (int i = 0; i < first.length; i++) {
        assertEquals(1.5f * first[i], both[i], 1e-6f);
      }
    }
  }

  @Test
  void theNormOfATraceIsTheSumOfItsMagnitudes() {
    RandomGenerator random = new SplittableRandom(6);
    StreamNetwork network = StreamNetwork.draw(3, List.of(7, 5), 2, 0, random);
    LayerTrace[] traces = traces(network);
    for (int step = 0; step < 3; step++) {
      network.forward(input(network, random));
      network.backward(fill(new float[2], random), 0.8f, traces);
    }
    for (LayerTrace trace : traces) {
      double sum = 0;
      for (float value : trace.values.flat()) {
        sum += Math.abs(value);
      }
      assertEquals(sum, trace.norm(), 1e-5 * sum);
    }
  }

  @Test
  void aSharingNetworkFollowsTheWeightsAndACopyDoesNot() {
    RandomGenerator random = new SplittableRandom(7);
    StreamNetwork network = StreamNetwork.draw(3, List.of(6), 2, 0, random);
    float[] input = input(network, random);
    StreamNetwork sharing = network.sharing();
    StreamNetwork copy = network.copy();
    float[] before = network.forward(input).clone();
    network.layers[1].rows[6][0] += 1;
    assertArrayEquals(network.forward(input), sharing.forward(input));
    assertNotEquals(before[0], sharing.forward(input)[0]);
    assertArrayEquals(before, copy.forward(input));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyUnitStartsWithNineOfTenWeightsAtZeroAndTheRestWithinTheBound(long seed) {
    DenseLayer layer = new DenseLayer(40, 9);
    SparseWeights.draw(layer, 0.9, new SplittableRandom(seed));
    for (int j = 0; j < layer.outputs; j++) {
      int alive = 0;
      for (int i = 0; i < layer.inputs; i++) {
        alive += layer.rows[i][j] == 0 ? 0 : 1;
        assertEquals(0, layer.rows[i][j], 1 / Math.sqrt(40));
      }
      assertEquals(4, alive, "unit " + j);
      assertEquals(0, layer.rows[layer.inputs][j], "bias " + j);
    }
  }

  @Test
  void noUnitIsWithoutAnyInputHoweverFewThereAre() {
    DenseLayer layer = new DenseLayer(3, 50);
    SparseWeights.draw(layer, 0.9, new SplittableRandom(3));
    boolean[] used = new boolean[3];
    for (int j = 0; j < layer.outputs; j++) {
      int alive = 0;
      for (int i = 0; i < layer.inputs; i++) {
        alive += layer.rows[i][j] == 0 ? 0 : 1;
        used[i] |= layer.rows[i][j] != 0;
      }
      assertEquals(1, alive, "unit " + j);
    }
    assertArrayEquals(new boolean[] {true, true, true}, used);
  }
}
