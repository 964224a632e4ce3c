package dev.tandem.policies.jvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.NamedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmLearnerTest {
  private static final int FEATURES = 5;
  private static final int ACTIONS = 2;
  private static final SacConfig CONFIG =
      SacConfig.defaults(0.97)
          .withHidden(List.of(70, 33))
          .withCritics(4, 2)
          .withBatch(new SacConfig.Batching(100, 3))
          .withEntropy(new SacConfig.Entropy(0.1, 0.5, true, 1e-5, 5))
          .withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 10, 1, 0));
  private static final JvmConfig ONE = JvmConfig.of(1);

  @ParameterizedTest
  @CsvSource({"1, VECTOR", "2, VECTOR", "5, VECTOR", "2, PLAIN"})
  void endsInTheSameBitsHoweverItIsComputed(int threads, Arithmetic arithmetic) {
    List<NamedArray> expected = trained(CONFIG, ONE, 7, 6);
    assertSameBits(expected, trained(CONFIG, new JvmConfig(threads, arithmetic), 7, 6));
  }

  @Test
  void goesOnAfterARestoreAsIfItHadNeverStopped() {
    List<NamedArray> whole = trained(CONFIG, ONE, 7, 8);
    List<NamedArray> half = trained(CONFIG, ONE, 7, 4);
    try (JvmLearner learner = learner(CONFIG, 99)) {
      learner.restore(half);
      train(learner, 4, 8);
      assertSameBits(whole, learner.export());
    }
  }

  @Test
  void countsCriticUpdates() {
    try (JvmLearner learner = learner(CONFIG, 7)) {
      train(learner, 0, 4);
      assertEquals(12, learner.updates());
      assertEquals(12, learner.snapshot().version());
    }
  }

  @Test
  void namesTheArrayThatDoesNotFitAndChangesNothing() {
    List<NamedArray> other = trained(CONFIG.withHidden(List.of(8, 12)), ONE, 7, 1);
    try (JvmLearner learner = learner(CONFIG, 7)) {
      List<NamedArray> before = learner.export();
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> learner.restore(other));
      assertEquals(
          "learner state, array actor/hidden.0.weights: expected [5, 70], found [5, 8]",
          error.getMessage());
      assertSameBits(before, learner.export());
    }
  }

  @Test
  void saysWhichArrayIsMissing() {
    try (JvmLearner learner = learner(CONFIG, 7)) {
      List<NamedArray> arrays = new ArrayList<>(learner.export());
      arrays.removeLast();
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> learner.restore(arrays));
      assertEquals(
          "learner state, array counters: expected [4, 4], found no such array",
          error.getMessage());
    }
  }

  @Test
  void leavesASnapshotAsItIs() {
    try (JvmLearner learner = learner(CONFIG, 7)) {
      float[] before = learner.snapshot().weights();
      var snapshot = learner.snapshot();
      train(learner, 0, 2);
      assertArrayEquals(before, snapshot.weights());
    }
  }

  @Test
  void refusesABatchOfOtherShape() {
    try (JvmLearner learner = learner(CONFIG, 7)) {
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class, () -> learner.update(new Batch(300, 9, ACTIONS)));
      assertEquals(
          "batch: expected [rows, features, actions] [300, 5, 2], found [300, 9, 2]",
          error.getMessage());
    }
  }

  @Test
  void hidesNothingWhenItDiverges() {
    try (JvmLearner learner = learner(CONFIG, 7)) {
      Batch batch = batch(learner.batchRows(), 1);
      batch.reward[200] = Float.NaN;
      assertTrue(Double.isNaN(learner.update(batch).criticLoss()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void takesADrawnTargetThatIsNoNumberForTheLeast(int critic) {
    SacConfig config = CONFIG.withCritics(2, 2);
    try (JvmLearner learner = learner(config, 7)) {
      List<NamedArray> arrays = learner.export();
      for (NamedArray array : arrays) {
        if (array.name().equals("target/value.bias")) {
          array.values()[critic] = Float.NaN;
        }
      }
      learner.restore(arrays);
      assertTrue(Double.isNaN(learner.update(batch(learner.batchRows(), 1)).criticLoss()));
    }
  }

  @Test
  void learnsEveryDepthAndWidth() {
    for (Activation activation : Activation.values()) {
      for (List<Integer> hidden : List.of(List.of(1), List.of(300), List.of(9, 64, 65, 128))) {
        Layers layers = new Layers(hidden, activation, true);
        SacConfig config =
            CONFIG.withActor(layers).withCritics(new SacConfig.Critics(1, 1, layers, 0.1));
        trained(config.withBatch(new SacConfig.Batching(3, 2)), JvmConfig.of(2), 1, 2);
      }
    }
  }

  private static List<NamedArray> trained(
      SacConfig config, JvmConfig engine, long seed, int calls) {
    try (JvmLearner learner =
        new JvmLearner(TestSpaces.of(FEATURES, ACTIONS), config, engine, seed)) {
      train(learner, 0, calls);
      return learner.export();
    }
  }

  private static JvmLearner learner(SacConfig config, long seed) {
    return new JvmLearner(TestSpaces.of(FEATURES, ACTIONS), config, ONE, seed);
  }

  private static void train(JvmLearner learner, int from, int to) {
    for (int call = from; call < to; call++) {
      learner.update(batch(learner.batchRows(), call));
    }
  }

  static Batch batch(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Batch batch = new Batch(rows, FEATURES, ACTIONS);
    for (float[] array :
        List.of(batch.observation, batch.action, batch.reward, batch.nextObservation)) {
      for (int i = 0; i < array.length; i++) {
        array[i] = (float) random.nextDouble(-1, 1);
      }
    }
    batch.terminated[0] = 1;
    return batch;
  }

  static void assertSameBits(List<NamedArray> expected, List<NamedArray> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), found.get(i).name());
      assertArrayEquals(
          expected.get(i).values(), found.get(i).values(), 0f, expected.get(i).name());
    }
  }
}
