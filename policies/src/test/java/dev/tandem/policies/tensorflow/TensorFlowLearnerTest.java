package dev.tandem.policies.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.checkpoint.Checkpoint;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.sac.Layers;
import dev.tandem.policies.sac.Optimiser;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.NamedArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TensorFlowLearnerTest {
  private static final int FEATURES = 5;
  private static final int ACTIONS = 2;
  private static final SacConfig CONFIG =
      SacConfig.defaults(0.97)
          .withHidden(List.of(16, 12))
          .withCritics(4, 2)
          .withBatch(new SacConfig.Batching(16, 3))
          .withEntropy(new SacConfig.Entropy(0.1, 0.5, true, 1e-5, 5))
          .withOptimiser(new Optimiser(1e-3, 1e-3, 1e-3, 10, 1, 0));

  @Test
  void endsInTheSameBitsWhenItIsTrainedTwiceFromOneSeed() {
    assertSameBits(trained(CONFIG, 7, 20), trained(CONFIG, 7, 20));
  }

  @Test
  void goesOnAfterARestoreAsIfItHadNeverStopped() {
    List<NamedArray> whole = trained(CONFIG, 7, 40);
    List<NamedArray> half = trained(CONFIG, 7, 20);
    try (TensorFlowLearner learner = learner(CONFIG, 99)) {
      learner.restore(half);
      train(learner, 20, 40);
      assertSameBits(whole, learner.export());
    }
  }

  @Test
  void countsCriticUpdates() {
    try (TensorFlowLearner learner = learner(CONFIG, 7)) {
      train(learner, 0, 4);
      assertEquals(12, learner.updates());
      assertEquals(12, learner.snapshot().version());
    }
  }

  @Test
  void namesTheArrayThatDoesNotFitAndChangesNothing() {
    List<NamedArray> other = trained(CONFIG.withHidden(List.of(8, 12)), 7, 1);
    try (TensorFlowLearner learner = learner(CONFIG, 7)) {
      List<NamedArray> before = learner.export();
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> learner.restore(other));
      assertEquals(
          "learner state, array actor/hidden.0.weights: expected [5, 16], found [5, 8]",
          error.getMessage());
      assertSameBits(before, learner.export());
    }
  }

  @Test
  void goesOnFromACheckpointAndNamesTheFileWhenItDoesNotFit(@TempDir Path directory)
      throws IOException {
    PolicySpaces spaces = TestSpaces.of(FEATURES, ACTIONS);
    Path path = directory.resolve("learner.ckpt");
    CheckpointFile file = new CheckpointFile(path);
    try (TensorFlowLearner learner = learner(CONFIG, 7);
        TensorFlowLearner same = learner(CONFIG, 8);
        TensorFlowLearner other = learner(CONFIG.withHidden(List.of(8, 12)), 7)) {
      train(learner, 0, 2);
      file.write(
          Checkpoint.of("reach", spaces, learner.snapshot(), new TreeMap<>(), learner.export()));
      file.restore(same, spaces);
      assertSameBits(learner.export(), same.export());
      CheckpointException error =
          assertThrows(CheckpointException.class, () -> file.restore(other, spaces));
      assertEquals(
          path + ": learner state, array actor/hidden.0.weights: expected [5, 8], found [5, 16]",
          error.getMessage());
    }
  }

  @Test
  void saysWhichArrayIsMissing() {
    try (TensorFlowLearner learner = learner(CONFIG, 7)) {
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
  @EnabledOnOs(OS.LINUX)
  void takesNoMoreMemoryAsItGoesOn() throws IOException {
    SacConfig wide = CONFIG.withHidden(List.of(256, 256));
    try (TensorFlowLearner learner = learner(wide, 7)) {
      work(learner, 50);
      long before = residentBytes();
      work(learner, 300);
      long grown = residentBytes() - before;
      assertTrue(grown < 30_000_000, "grew by " + grown + " bytes; a leaked actor a call: 84 MB");
    }
  }

  @Test
  void refusesABatchOfOtherShape() {
    try (TensorFlowLearner learner = learner(CONFIG, 7)) {
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class, () -> learner.update(new Batch(48, 9, ACTIONS)));
      assertEquals(
          "batch: expected [rows, features, actions] [48, 5, 2], found [48, 9, 2]",
          error.getMessage());
    }
  }

  @Test
  void learnsEverySettingOfTheLayers() {
    for (Activation activation : Activation.values()) {
      Layers layers = new Layers(List.of(8), activation, true);
      trained(CONFIG.withActor(layers).withCritics(new SacConfig.Critics(2, 2, layers, 0.1)), 1, 2);
    }
  }

  private static List<NamedArray> trained(SacConfig config, long seed, int calls) {
    try (TensorFlowLearner learner = learner(config, seed)) {
      train(learner, 0, calls);
      return learner.export();
    }
  }

  private static TensorFlowLearner learner(SacConfig config, long seed) {
    return new TensorFlowLearner(
        TestSpaces.of(FEATURES, ACTIONS), config, EngineConfig.defaults(), seed);
  }

  private static void work(TensorFlowLearner learner, int calls) {
    Batch batch = batch(learner.batchRows(), 1);
    for (int i = 0; i < calls; i++) {
      learner.update(batch);
      learner.snapshot();
    }
  }

  private static long residentBytes() throws IOException {
    System.gc();
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1];
    return 4096 * Long.parseLong(pages);
  }

  private static void train(TensorFlowLearner learner, int from, int to) {
    for (int call = from; call < to; call++) {
      learner.update(batch(learner.batchRows(), call));
    }
  }

  private static Batch batch(int rows, long seed) {
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

  private static void assertSameBits(List<NamedArray> expected, List<NamedArray> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).name(), found.get(i).name());
      assertArrayEquals(
          expected.get(i).values(), found.get(i).values(), 0f, expected.get(i).name());
    }
  }
}
