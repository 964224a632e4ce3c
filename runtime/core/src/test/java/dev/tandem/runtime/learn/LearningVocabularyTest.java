package dev.tandem.runtime.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningVocabularyTest {
  private static float[] numbers(boolean bad) {
    return new float[] {0.5f, bad ? Float.NaN : 1};
  }

  private static Transition transition(String bad, boolean terminated, boolean truncated) {
    return new Transition(
        3,
        5,
        0,
        numbers(bad.equals("observation")),
        numbers(bad.equals("requestedAction")),
        numbers(bad.equals("appliedAction")),
        bad.equals("reward") ? Double.NaN : 1,
        numbers(bad.equals("nextObservation")),
        terminated,
        truncated,
        Origin.POLICY,
        Verdict.PASSED,
        0);
  }

  private static void assertRefused(String message, Executable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "observation, observation[1]",
    "requestedAction, requestedAction[1]",
    "appliedAction, appliedAction[1]",
    "reward, reward",
    "nextObservation, nextObservation[1]"
  })
  void aTransitionNamesThePlaceThatIsNotFinite(String field, String place) {
    assertRefused(
        "episode 3, step 5, " + place + ": expected finite, found NaN",
        () -> transition(field, false, false));
  }

  @Test
  void aTransitionEndsItsEpisodeByTerminationOrTruncation() {
    assertFalse(transition("", false, false).endsEpisode());
    assertTrue(transition("", true, false).endsEpisode());
    assertTrue(transition("", false, true).endsEpisode());
  }

  @Test
  void aBatchHasRoomForItsRows() {
    Batch batch = new Batch(4, 3, 2);
    assertEquals(12, batch.observation.length);
    assertEquals(12, batch.nextObservation.length);
    assertEquals(8, batch.action.length);
    assertEquals(4, batch.reward.length);
    assertEquals(4, batch.terminated.length);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
  void aBatchOfNothingIsRefused(int rows, int features, int actions) {
    assertRefused(
        "no such batch: " + rows + " rows, " + features + " features, " + actions + " actions",
        () -> new Batch(rows, features, actions));
  }

  @Test
  void anArrayHasAsManyValuesAsItsShapeSays() {
    assertEquals(6, new NamedArray("w", new int[] {2, 3}, new float[6]).values().length);
    assertRefused(
        "w: expected 6 values by its shape, found 5",
        () -> new NamedArray("w", new int[] {2, 3}, new float[5]));
  }

  @Test
  void anArrayWithoutDimensionsIsOneNumber() {
    assertEquals(1, new NamedArray("t", new int[0], new float[1]).values().length);
  }
}
