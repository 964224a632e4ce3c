package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against PyTorch 1.13.1's autograd and Adam in float64: {@code src/test/golden/make_sac_golden.py}
 * made {@code sac_golden.csv}. Same weights, batches, noise and drawn critics; every loss of 50
 * updates within 1e-4, relative.
 */
class SacGoldenTest {
  private static final int FEATURES = 5;
  private static final int ACTIONS = 2;
  private static final int ROWS = 16;
  private static final double TOLERANCE = 1e-4;

  record Case(
      String name,
      long seed,
      int critics,
      int updatesPerStep,
      boolean backup,
      int warmupSteps,
      double gradientClip,
      Activation activation,
      boolean actorNorm) {
    SacConfig config() {
      List<Integer> hidden = List.of(16, 16);
      Layers layers = new Layers(hidden, activation, true);
      return new SacConfig(
          new Layers(hidden, activation, actorNorm),
          new SacConfig.Critics(critics, 2, layers, 0.01),
          new SacConfig.Batching(ROWS, updatesPerStep),
          new SacConfig.Entropy(0.1, 0.5, backup, 0.05, 2),
          new SacConfig.Optimiser(1e-3, 2e-3, 3e-3, warmupSteps, gradientClip),
          0.97);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("two", 20, 2, 1, false, 0, 0, Activation.RELU, false),
        new Case("ten", 20, 10, 1, false, 0, 0, Activation.RELU, false),
        new Case("many", 23, 10, 3, true, 40, 0.5, Activation.SILU, true),
        new Case("tanh", 20, 2, 2, true, 0, 0, Activation.TANH, true));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheLossesOfPyTorchInEveryUpdate(Case golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasThemTooWhenThreadsShareTheCritics(Case golden) throws IOException {
    compare(golden, new EngineConfig(Device.CPU, false, 3));
  }

  @Test
  void hasThemTooWhenXlaCompilesTheUpdate() throws IOException {
    Case many = cases().filter(golden -> golden.name().equals("many")).findFirst().orElseThrow();
    compare(many, new EngineConfig(Device.CPU, true, 2));
  }

  private static void compare(Case golden, EngineConfig engine) throws IOException {
    Lcg lcg = new Lcg(golden.seed());
    try (TensorFlowLearner learner =
        new TensorFlowLearner(TestSpaces.of(FEATURES, ACTIONS), golden.config(), engine, 1)) {
      learner.restore(weights(learner.export(), lcg));
      for (double[] expected : losses(golden.name())) {
        Batch batch = batch(learner.batchRows(), lcg);
        assertClose(golden.name(), expected, learner.update(batch, lcg));
      }
      assertEquals(50L * golden.updatesPerStep(), learner.updates());
    }
  }

  private static void assertClose(String name, double[] expected, LearnerStats found) {
    String where = name + ", update " + (int) expected[0] + ": ";
    assertRelative(where + "critic loss", expected[1], found.criticLoss());
    assertRelative(where + "actor loss", expected[2], found.actorLoss());
    assertRelative(where + "temperature", expected[3], found.temperature());
    assertEquals(expected[4], found.entropy(), TOLERANCE, where + "entropy");
    assertEquals(expected[5], found.meanQ(), TOLERANCE, where + "mean Q");
  }

  private static void assertRelative(String what, double expected, double found) {
    assertEquals(expected, found, TOLERANCE * Math.abs(expected), what);
  }

  /** Actor and critics from the generator in the order of their layout, the targets as critics. */
  private static List<NamedArray> weights(List<NamedArray> exported, Lcg lcg) {
    Map<String, NamedArray> drawn = new HashMap<>();
    List<NamedArray> weights = new ArrayList<>();
    for (NamedArray array : exported) {
      if (array.name().startsWith("actor/") || array.name().startsWith("critics/")) {
        float scale = array.name().endsWith(".weights") ? 0.4f : 0.1f;
        float plus = array.name().endsWith(".gain") ? 1 : 0;
        float[] values = lcg.array(array.values().length, scale, plus);
        drawn.put(array.name(), new NamedArray(array.name(), array.shape(), values));
      }
    }
    for (NamedArray array : exported) {
      NamedArray source = drawn.get(array.name().replace("target/", "critics/"));
      weights.add(
          source == null ? array : new NamedArray(array.name(), array.shape(), source.values()));
    }
    return weights;
  }

  private static Batch batch(int rows, Lcg lcg) {
    Batch batch = new Batch(rows, FEATURES, ACTIONS);
    fill(batch.observation, lcg, 0);
    fill(batch.action, lcg, 0);
    fill(batch.reward, lcg, 2);
    fill(batch.nextObservation, lcg, 0);
    for (int row = 0; row < rows; row++) {
      batch.terminated[row] = lcg.nextInt(4) == 0 ? 1 : 0;
    }
    return batch;
  }

  private static void fill(float[] out, Lcg lcg, float plus) {
    System.arraycopy(lcg.array(out.length, 1, plus), 0, out, 0, out.length);
  }

  private static List<double[]> losses(String name) throws IOException {
    try (InputStream file = SacGoldenTest.class.getResourceAsStream("sac_golden.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> Stream.of(line.split(",", -1)).skip(1).mapToDouble(Double::parseDouble))
          .map(numbers -> numbers.toArray())
          .toList();
    }
  }
}
