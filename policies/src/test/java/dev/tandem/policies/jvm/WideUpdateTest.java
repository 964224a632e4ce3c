package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Arrays64;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.VariantCases;
import dev.tandem.policies.sac.VariantCheck;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole updates of layers that take several panels of columns, some of them not full. */
class WideUpdateTest {
  private static final PolicySpaces SPACES =
      TestSpaces.of(VariantCases.FEATURES, VariantCases.ACTIONS);
  private static final EngineConfig TENSORFLOW = new EngineConfig(Device.CPU, false, 1);
  private static final double RATE = 1e-3;
  private static final double TAU = 0.05;

  static Stream<SacConfig> configs() {
    CriticVariant plain = new CriticVariant.Plain();
    CriticVariant histogram = new CriticVariant.HlGauss(-3, 4, 101, 0.75);
    return Stream.of(
        config(List.of(256, 256), Activation.RELU, false, plain),
        config(List.of(256, 256), Activation.RELU, true, plain),
        config(List.of(100, 300), Activation.RELU, false, plain),
        config(List.of(100, 300), Activation.TANH, true, histogram));
  }

  static Stream<SacConfig> smoothConfigs() {
    return Stream.of(
        config(List.of(256, 256), Activation.SILU, true, new CriticVariant.Plain()),
        config(List.of(100, 300), Activation.TANH, false, new CriticVariant.Plain()));
  }

  private static SacConfig config(
      List<Integer> hidden, Activation activation, boolean norm, CriticVariant variant) {
    Layers critic = new Layers(hidden, activation, norm);
    return SacConfig.defaults(0.9)
        .withActor(new Layers(hidden, activation, false))
        .withCritics(new SacConfig.Critics(3, 2, critic, TAU, variant))
        .withBatch(new SacConfig.Batching(20, 1))
        .withEntropy(new SacConfig.Entropy(0.2, 0.5, true, 1e-3, 20))
        .withOptimiser(new Optimiser(RATE, RATE, RATE, 0, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("smoothConfigs")
  void hasTheGradientsOfFiniteDifferencesInDoublePrecision(SacConfig config) {
    for (int threads = 1; threads <= 2; threads++) {
      JvmConfig engine = new JvmConfig(threads, Arithmetic.VECTOR);
      try (JvmLearner learner = new JvmLearner(SPACES, config, engine, 5)) {
        VariantCheck.sample(config, learner, 5, 1, 12);
      }
    }
  }

  /** Every number of every array, from the same state on in each of three calls. */
  @ParameterizedTest
  @MethodSource("configs")
  void movesEveryNumberAsTensorFlowDoes(SacConfig config) {
    SacConfig busy = config.withBatch(new SacConfig.Batching(70, 1));
    try (JvmLearner ours = new JvmLearner(SPACES, busy, JvmConfig.of(2), 3);
        TensorFlowLearner theirs = new TensorFlowLearner(SPACES, busy, TENSORFLOW, 3)) {
      for (int call = 0; call < 3; call++) {
        theirs.restore(ours.export());
        Batch batch = VariantCases.batch(ours.batchRows(), call);
        Arrays64 before = Arrays64.of(ours.export());
        ours.update(batch);
        theirs.update(batch);
        Arrays64 found = Arrays64.of(ours.export());
        assertSameMoments(Arrays64.of(theirs.export()), found);
        assertSteps("actor", before, found, call + 1);
        assertSteps("critics", before, found, call + 1);
        assertTargetsFollow(before, found);
      }
    }
  }

  /** Gradients and their squares, for which a small number may have any sign. */
  private static void assertSameMoments(Arrays64 expected, Arrays64 found) {
    for (String name : new TreeSet<>(expected.byName().keySet())) {
      if (name.contains("Moment/")) {
        assertClose(name, expected.get(name), found.get(name), 1e-4);
      }
    }
  }

  /** Adam (arXiv 1412.6980, algorithm 1), from the moments that it left. */
  private static void assertSteps(String network, Arrays64 before, Arrays64 after, int step) {
    for (String name : new TreeSet<>(before.byName().keySet())) {
      if (name.startsWith(network + "/")) {
        String array = name.substring(network.length());
        double[] old = before.get(name);
        double[] first = after.get(network + ".firstMoment" + array);
        double[] second = after.get(network + ".secondMoment" + array);
        double[] expected = new double[old.length];
        Arrays.setAll(expected, i -> old[i] - adam(first[i], second[i], step));
        assertClose(name, expected, after.get(name), 1e-6);
      }
    }
  }

  private static double adam(double first, double second, int step) {
    double mean = first / (1 - Math.pow(0.9, step));
    double square = second / (1 - Math.pow(0.999, step));
    return RATE * mean / (Math.sqrt(square) + 1e-8);
  }

  private static void assertTargetsFollow(Arrays64 before, Arrays64 after) {
    for (String name : new TreeSet<>(before.byName().keySet())) {
      if (name.startsWith("target/")) {
        double[] old = before.get(name);
        double[] weights = after.get(name.replace("target/", "critics/"));
        double[] expected = new double[old.length];
        Arrays.setAll(expected, i -> old[i] + TAU * (weights[i] - old[i]));
        assertClose(name, expected, after.get(name), 1e-6);
      }
    }
  }

  private static void assertClose(String name, double[] expected, double[] found, double share) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertEquals(expected.length, found.length, name);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], share * largest + 1e-12, name + " " + i);
    }
  }
}
