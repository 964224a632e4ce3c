package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.jvm.JvmConfig;
import dev.tandem.policies.jvm.JvmLearner;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.Learner;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AveragedActorTest {
  private static final int FEATURES = 3;
  private static final int ACTIONS = 2;
  private static final int UPDATES = 4;
  private static final SacConfig CONFIG =
      SacConfig.defaults(0.97)
          .withHidden(List.of(6))
          .withCritics(2, 2)
          .withBatch(new SacConfig.Batching(8, 1));

  private static JvmLearner plain() {
    return new JvmLearner(TestSpaces.of(FEATURES, ACTIONS), CONFIG, JvmConfig.of(1), 7);
  }

  private static AveragedActor averaged(int updates) {
    return new AveragedActor(plain(), TestSpaces.of(FEATURES, ACTIONS), updates);
  }

  private static void learn(Learner learner, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Batch batch = new Batch(8, FEATURES, ACTIONS);
    for (float[] values :
        List.of(batch.observation, batch.action, batch.reward, batch.nextObservation)) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
    }
    learner.update(batch);
  }

  private static float[] weights(Learner learner) {
    return ((NeuralPolicy) learner.snapshot()).weights();
  }

  /** The mean by its definition: m <- m + (w - m) / n. */
  @Test
  void drivesWithTheRunningMeanOfTheActorsThatTheLearnerHadAnyway() {
    try (JvmLearner plain = plain();
        AveragedActor averaged = averaged(UPDATES)) {
      float[] mean = weights(plain);
      for (int update = 0; update < 5; update++) {
        learn(plain, update);
        learn(averaged, update);
        float[] newest = weights(plain);
        for (int i = 0; i < mean.length; i++) {
          mean[i] += (newest[i] - mean[i]) / UPDATES;
        }
      }
      assertArrayEquals(mean, weights(averaged), 1e-6f);
      assertEquals(plain.updates(), averaged.snapshot().version());
    }
  }

  @Test
  void ofOneActorItIsTheLearnerItself() {
    try (JvmLearner plain = plain();
        AveragedActor one = averaged(1)) {
      learn(plain, 1);
      learn(one, 1);
      assertArrayEquals(weights(plain), weights(one));
      assertSame(plain.export(), one.export());
    }
  }

  @Test
  void goesOnAfterARestoreAsIfItHadNeverStopped() {
    try (AveragedActor whole = averaged(UPDATES);
        AveragedActor again = averaged(UPDATES)) {
      learn(whole, 1);
      learn(whole, 2);
      again.restore(whole.export());
      assertArrayEquals(weights(whole), weights(again));
      learn(whole, 3);
      learn(again, 3);
      assertSame(whole.export(), again.export());
    }
  }

  @Test
  void beginsWithTheActorOfALearnerThatHadNoMean() {
    try (JvmLearner plain = plain();
        AveragedActor averaged = averaged(UPDATES)) {
      learn(plain, 1);
      averaged.restore(plain.export());
      assertArrayEquals(weights(plain), weights(averaged));
    }
  }

  /** The mean drives, and is no longer there to be learnt from. */
  @Test
  void withoutAMeanItGoesOnWithTheNewestActor() {
    try (JvmLearner plain = plain();
        AveragedActor averaged = averaged(UPDATES);
        AveragedActor one = averaged(1)) {
      learn(plain, 1);
      learn(averaged, 1);
      one.restore(averaged.export());
      assertSame(plain.export(), one.export());
    }
  }

  @Test
  void whatItExportsAsActorIsTheMeanThatDrives() {
    try (AveragedActor averaged = averaged(UPDATES)) {
      learn(averaged, 1);
      NeuralPolicy policy = (NeuralPolicy) averaged.snapshot();
      int place = policy.shape().layout().piece("mean.bias").offset();
      NamedArray bias =
          averaged.export().stream()
              .filter(array -> array.name().equals("actor/mean.bias"))
              .findFirst()
              .orElseThrow();
      assertEquals(policy.weights()[place], bias.values()[0]);
    }
  }

  @Test
  void namesTheArrayThatIsMissingAndChangesNothing() {
    try (AveragedActor averaged = averaged(UPDATES)) {
      learn(averaged, 1);
      List<NamedArray> before = averaged.export();
      List<NamedArray> others =
          before.stream().filter(array -> !array.name().equals("actor/mean.bias")).toList();
      learn(averaged, 2);
      List<NamedArray> now = averaged.export();
      var error = assertThrows(IllegalArgumentException.class, () -> averaged.restore(others));
      assertEquals(
          "learner state, array actor/mean.bias: expected [2], found no such array",
          error.getMessage());
      assertSame(now, averaged.export());
    }
  }

  @Test
  void refusesAMeanOfNothing() {
    try (JvmLearner plain = plain()) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> new AveragedActor(plain, TestSpaces.of(FEATURES, ACTIONS), 0));
      assertEquals("updates must be >= 1, got 0", error.getMessage());
    }
  }

  private static void assertSame(List<NamedArray> expected, List<NamedArray> found) {
    assertEquals(
        expected.stream().map(NamedArray::name).toList(),
        found.stream().map(NamedArray::name).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).values(), found.get(i).values(), expected.get(i).name());
    }
  }
}
