package dev.tandem.policies.replay;

import static dev.tandem.policies.TestSpaces.transition;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Batch;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UniformReplayTest {
  private final Batch batch = new Batch(200, 1, 1);

  @Test
  void keepsEveryFieldOfATransitionTogether() {
    UniformReplay replay = filled(10, 10);
    replay.sample(new SplittableRandom(1), batch, 0, 200);
    for (int row = 0; row < 200; row++) {
      float value = batch.observation[row];
      assertEquals((value - 1) / 3, batch.action[row], 1e-6);
      assertEquals(10 * value, batch.reward[row], 1e-6);
      assertEquals(value + 0.5f, batch.nextObservation[row]);
      assertEquals(value == 0 ? 1 : 0, batch.terminated[row]);
    }
  }

  @Test
  void overwritesTheOldestWhenItIsFull() {
    UniformReplay replay = filled(4, 6);
    assertEquals(4, replay.size());
    assertEquals(Set.of(0.2f, 0.3f, 0.4f, 0.5f), seen(replay));
  }

  @Test
  void keepsWhatItHoldsWhenItGrows() {
    UniformReplay replay = filled(5000, 1500);
    assertEquals(1500, replay.size());
    Batch all = new Batch(20_000, 1, 1);
    replay.sample(new SplittableRandom(1), all, 0, 20_000);
    Set<Float> values = new TreeSet<>();
    for (float value : all.observation) {
      values.add(value);
    }
    assertEquals(1500, values.size());
  }

  @Test
  void takesMemoryOnlyAsItFills() {
    long bytesPerTransition = 4L * (2 + 1 + 2);
    assertEquals(1024 * bytesPerTransition, filled(1_000_000, 10).bytes());
    assertEquals(2048 * bytesPerTransition, filled(1_000_000, 1025).bytes());
    assertEquals(1500 * bytesPerTransition, filled(1500, 1500).bytes());
  }

  @Test
  void drawsTheSameRowsForTheSameSeed() {
    UniformReplay replay = filled(100, 100);
    Batch again = new Batch(200, 1, 1);
    replay.sample(new SplittableRandom(3), batch, 0, 200);
    replay.sample(new SplittableRandom(3), again, 0, 200);
    assertArrayEquals(batch.observation, again.observation);
  }

  @Test
  void fillsOnlyTheRowsItWasAskedFor() {
    filled(10, 10).sample(new SplittableRandom(1), batch, 5, 2);
    assertEquals(0, batch.nextObservation[4]);
    assertEquals(0, batch.nextObservation[7]);
    assertEquals(0.5, batch.nextObservation[5], 1.0);
  }

  @Test
  void refusesToSampleWhenItIsEmpty() {
    UniformReplay replay = new UniformReplay(10, TestSpaces.of(1, 1));
    assertThrows(
        IllegalStateException.class, () -> replay.sample(new SplittableRandom(1), batch, 0, 1));
  }

  @Test
  void refusesATransitionOfOtherFeatures() {
    UniformReplay replay = new UniformReplay(10, TestSpaces.of(2, 1));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> replay.offer(transition(0, 0, false)));
    assertEquals("transition, observation: expected 2 values, found 1", error.getMessage());
  }

  private Set<Float> seen(UniformReplay replay) {
    replay.sample(new SplittableRandom(1), batch, 0, 200);
    Set<Float> values = new TreeSet<>();
    for (float value : batch.observation) {
      values.add(value);
    }
    return values;
  }

  /** A million transitions of 3,000 features are more numbers than an array has. */
  @Test
  void holdsFewerTransitionsThanItMayWhereAnArrayDoesNotHoldThem() {
    PolicySpaces wide = TestSpaces.of(3000, 1);
    UniformReplay replay = new UniformReplay(1_000_000, wide);
    assertEquals(0, replay.size());
    assertEquals(4L * 1024 * (2 * 3000 + 1 + 2), replay.bytes());
  }

  /** Transitions 0, 0.1, 0.2 ... (in thousandths when there are many). */
  private static UniformReplay filled(int capacity, int count) {
    UniformReplay replay = new UniformReplay(capacity, TestSpaces.of(1, 1));
    float scale = count > 40 ? 1000 : 10;
    for (int i = 0; i < count; i++) {
      float value = i / scale;
      replay.offer(transition(value, 10 * (double) value, i == 0));
    }
    return replay;
  }
}
