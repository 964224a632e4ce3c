package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.VariantCases;
import dev.tandem.policies.sac.VariantCheck;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the critics against formulas in double precision and finite differences. */
class CriticVariantsTest {
  private static final EngineConfig ONE_THREAD = new EngineConfig(Device.CPU, false, 1);
  private static final EngineConfig TWO_THREADS = new EngineConfig(Device.CPU, false, 2);

  private static final SacConfig.Batching TWO_STEPS = new SacConfig.Batching(12, 2);

  static Stream<SacConfig> variants() {
    return VariantCases.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void hasTheLossesAndGradientsOfThePaper(SacConfig config) {
    try (TensorFlowLearner learner = learner(config, ONE_THREAD, 5)) {
      VariantCheck.follow(config, learner, 5, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void hasThemTooWhenThreadsShareTheCritics(SacConfig config) {
    try (TensorFlowLearner learner = learner(config, TWO_THREADS, 6)) {
      VariantCheck.follow(config, learner, 6, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void endsInTheSameBitsWhenItIsTrainedTwiceFromOneSeed(SacConfig config) {
    assertSameBits(
        trained(config.withBatch(TWO_STEPS), 0, 6), trained(config.withBatch(TWO_STEPS), 0, 6));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void goesOnAfterARestoreAsIfItHadNeverStopped(SacConfig config) {
    SacConfig busy = config.withBatch(TWO_STEPS);
    List<NamedArray> half = trained(busy, 0, 3);
    try (TensorFlowLearner learner = learner(busy, TWO_THREADS, 99)) {
      learner.restore(half);
      train(learner, 3, 6);
      assertSameBits(trained(busy, 0, 6), learner.export());
    }
  }

  private static List<NamedArray> trained(SacConfig config, int from, int to) {
    try (TensorFlowLearner learner = learner(config, TWO_THREADS, 7)) {
      train(learner, from, to);
      return learner.export();
    }
  }

  private static void train(TensorFlowLearner learner, int from, int to) {
    for (int call = from; call < to; call++) {
      learner.update(VariantCases.batch(learner.batchRows(), call));
    }
  }

  private static TensorFlowLearner learner(SacConfig config, EngineConfig engine, long seed) {
    return new TensorFlowLearner(
        TestSpaces.of(VariantCases.FEATURES, VariantCases.ACTIONS), config, engine, seed);
  }

  private static void assertSameBits(List<NamedArray> expected, List<NamedArray> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), found.get(i).name());
      assertArrayEquals(
          expected.get(i).values(), found.get(i).values(), 0f, expected.get(i).name());
    }
  }
}
