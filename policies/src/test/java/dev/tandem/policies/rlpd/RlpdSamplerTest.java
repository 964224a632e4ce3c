package dev.tandem.policies.rlpd;

import static dev.tandem.policies.TestSpaces.transition;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.runtime.learn.Batch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RlpdSamplerTest {
  private static final float ONLINE = 1;
  private static final float DEMO = 2;
  private final UniformReplay online = new UniformReplay(10, TestSpaces.of(1, 1));
  private final UniformReplay demos = new UniformReplay(10, TestSpaces.of(1, 1));
  private final RlpdSampler sampler = new RlpdSampler(online, demos, 4, 7);
  private final Batch batch = new Batch(8, 1, 1);

  @Test
  void takesHalfOfEveryShareFromTheDemonstrations() {
    online.offer(transition(ONLINE, 0, false));
    demos.offer(transition(DEMO, 0, false));
    sampler.fill(0, batch);
    assertArrayEquals(new float[] {1, 1, 2, 2, 1, 1, 2, 2}, batch.observation);
  }

  @Test
  void takesAllFromExperienceWithoutDemonstrations() {
    online.offer(transition(ONLINE, 0, false));
    sampler.fill(0, batch);
    assertArrayEquals(new float[] {1, 1, 1, 1, 1, 1, 1, 1}, batch.observation);
  }

  @Test
  void takesAllFromDemonstrationsBeforeTheFirstExperience() {
    demos.offer(transition(DEMO, 0, false));
    sampler.fill(0, batch);
    assertArrayEquals(new float[] {2, 2, 2, 2, 2, 2, 2, 2}, batch.observation);
  }

  @Test
  void drawsTheSameForTheSameNumberAndOtherRowsForAnother() {
    for (int i = 0; i < 10; i++) {
      online.offer(transition(i / 10f, 0, false));
    }
    sampler.fill(5, batch);
    float[] first = batch.observation.clone();
    sampler.fill(6, batch);
    assertFalse(Arrays.equals(first, batch.observation));
    sampler.fill(5, batch);
    assertArrayEquals(first, batch.observation);
  }

  @Test
  void isReadyWhenThereIsAnythingToDraw() {
    assertFalse(sampler.ready());
    demos.offer(transition(DEMO, 0, false));
    assertTrue(sampler.ready());
  }

  @Test
  void refusesABatchThatIsNoMultipleOfAShare() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> sampler.fill(0, new Batch(7, 1, 1)));
    assertEquals("batch: expected a multiple of 4 rows, found 7", error.getMessage());
  }
}
