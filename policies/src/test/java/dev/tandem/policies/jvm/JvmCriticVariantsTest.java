package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.policies.sac.VariantCases;
import dev.tandem.policies.sac.VariantCheck;
import dev.tandem.policies.tensorflow.Device;
import dev.tandem.policies.tensorflow.EngineConfig;
import dev.tandem.policies.tensorflow.TensorFlowLearner;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the critics against formulas in double precision, and against TensorFlow. */
class JvmCriticVariantsTest {
  private static final JvmConfig ONE_THREAD = new JvmConfig(1, Arithmetic.VECTOR);

  private static final SacConfig.Batching BUSY = new SacConfig.Batching(70, 3);

  static Stream<SacConfig> variants() {
    return VariantCases.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void hasTheLossesAndGradientsOfThePaper(SacConfig config) {
    try (JvmLearner learner = learner(config, ONE_THREAD, 5)) {
      VariantCheck.follow(config, learner, 5, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void endsInTheSameBitsWithAnyThreadsAndArithmetic(SacConfig config) {
    SacConfig busy = config.withBatch(BUSY);
    List<NamedArray> one = trained(busy, ONE_THREAD, 6);
    assertSameBits(one, trained(busy, ONE_THREAD, 6));
    assertSameBits(one, trained(busy, new JvmConfig(3, Arithmetic.PLAIN), 6));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void goesOnAfterARestoreAsIfItHadNeverStopped(SacConfig config) {
    SacConfig busy = config.withBatch(BUSY);
    List<NamedArray> half = trained(busy, ONE_THREAD, 3);
    try (JvmLearner learner = learner(busy, ONE_THREAD, 99)) {
      learner.restore(half);
      train(learner, 3, 6);
      assertSameBits(trained(busy, ONE_THREAD, 6), learner.export());
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void comesToWhatTensorFlowComesTo(SacConfig config) {
    SacConfig busy = config.withBatch(BUSY);
    EngineConfig engine = new EngineConfig(Device.CPU, false, 1);
    try (JvmLearner ours = learner(busy, ONE_THREAD, 7);
        TensorFlowLearner theirs =
            new TensorFlowLearner(
                TestSpaces.of(VariantCases.FEATURES, VariantCases.ACTIONS), busy, engine, 7)) {
      for (int call = 0; call < 10; call++) {
        Batch batch = VariantCases.batch(ours.batchRows(), call);
        LearnerStats expected = theirs.update(batch);
        LearnerStats found = ours.update(batch);
        String where = config.critics().variant() + ", call " + call;
        assertClose(where, expected.criticLoss(), found.criticLoss());
        assertClose(where, expected.actorLoss(), found.actorLoss());
        assertClose(where, expected.meanQ(), found.meanQ());
      }
      theirs.restore(ours.export());
      assertSameBits(ours.export(), theirs.export());
    }
  }

  /** With helpers, whose bytes count as well, several steps a call and clipped gradients. */
  @ParameterizedTest
  @MethodSource("variants")
  void allocatesNothingInAnyOfItsThreads(SacConfig config) {
    SacConfig busy =
        config.withBatch(BUSY).withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 10, 1, 0.1));
    Batch batch = VariantCases.batch(busy.batch().rows(), 1);
    for (Arithmetic arithmetic : Arithmetic.values()) {
      JvmConfig three = new JvmConfig(3, arithmetic);
      assertEquals(0, SteadyAllocation.bytes(() -> learner(busy, three, 7), batch, 2));
    }
  }

  private static void assertClose(String where, double expected, double found) {
    assertEquals(expected, found, 1e-4 * Math.abs(expected) + 1e-5, where);
  }

  private static List<NamedArray> trained(SacConfig config, JvmConfig engine, int calls) {
    try (JvmLearner learner = learner(config, engine, 7)) {
      train(learner, 0, calls);
      return learner.export();
    }
  }

  private static void train(Learner learner, int from, int to) {
    for (int call = from; call < to; call++) {
      learner.update(VariantCases.batch(learner.batchRows(), call));
    }
  }

  private static JvmLearner learner(SacConfig config, JvmConfig engine, long seed) {
    return new JvmLearner(
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
