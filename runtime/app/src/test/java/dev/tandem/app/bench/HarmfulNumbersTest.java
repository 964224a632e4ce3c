package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HarmfulNumbersTest {
  private static final int CALLS = 200_000;
  private static final int MOOD_CALLS = 25;

  /** Calls in which it said what is no number. */
  private static long poisonedOf(HarmfulNumbers numbers) {
    long poisoned = 0;
    for (int i = 0; i < CALLS; i++) {
      if (i % MOOD_CALLS == 0) {
        numbers.changeMood(10);
      }
      poisoned += Arrays.stream(numbers.next()).allMatch(Double::isFinite) ? 0 : 1;
    }
    assertEquals(poisoned, numbers.poisoned());
    return poisoned;
  }

  @Test
  void anActionInSeventyIsNoNumber() {
    HarmfulNumbers actions = HarmfulNumbers.ofActions(new SplittableRandom(1), 6);
    assertEquals(CALLS / 70.0, (double) poisonedOf(actions), CALLS / 700.0);
    assertEquals(CALLS / 7.0, (double) actions.replayed(), CALLS / 70.0);
  }

  @Test
  void aTorqueInFiveThousandIsNoNumber() {
    HarmfulNumbers torques = HarmfulNumbers.ofTorques(new SplittableRandom(1), 7);
    long poisoned = poisonedOf(torques);
    assertTrue(poisoned > 20 && poisoned < 60, "40 expected, found " + poisoned);
    assertEquals(CALLS / 6.0, (double) torques.replayed(), CALLS / 60.0);
  }
}
