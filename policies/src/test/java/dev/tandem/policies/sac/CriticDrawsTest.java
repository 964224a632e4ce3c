package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CriticDrawsTest {
  private static final CriticDraws DRAWS = new CriticDraws(11);

  @Test
  void forgetsTheShareOfUnitsThatItIsToldAndKeepsTheMean() {
    float[] mask = new float[200_000];
    DRAWS.mask(new CriticDraws.Dropout(0.01, 3, 1), mask, 0, mask.length);
    double forgotten = count(mask, 0);
    // four standard deviations of a binomial around 2000
    assertEquals(2000, forgotten, 4 * Math.sqrt(2000 * 0.99));
    assertEquals(mask.length - forgotten, count(mask, (float) (1 / 0.99)));
  }

  @Test
  void forgetsEveryUnitAsOftenAsItsNeighbour() {
    float[] mask = new float[100_000];
    DRAWS.mask(new CriticDraws.Dropout(0.5, 0, 0), mask, 0, mask.length);
    int pairs = 0;
    for (int i = 0; i < mask.length; i += 2) {
      pairs += mask[i] == 0 && mask[i + 1] == 0 ? 1 : 0;
    }
    assertEquals(12_500, pairs, 4 * Math.sqrt(50_000 * 0.25 * 0.75));
  }

  @Test
  void drawsAMaskOfItsOwnForEveryPassAndLayer() {
    Set<Integer> seen = new HashSet<>();
    for (int pass = 0; pass < 5; pass++) {
      for (int layer = 0; layer < 3; layer++) {
        float[] mask = new float[1000];
        DRAWS.mask(new CriticDraws.Dropout(0.1, pass, layer), mask, 0, mask.length);
        seen.add(Arrays.hashCode(mask));
      }
    }
    assertEquals(15, seen.size());
  }

  @Test
  void drawsTheSameAgainWhateverWasDrawnBetween() {
    float[] first = new float[64];
    float[] again = new float[64];
    DRAWS.returns(2, first, 0, 64);
    DRAWS.returns(3, again, 0, 64);
    assertFalse(Arrays.equals(first, again));
    DRAWS.returns(2, again, 0, 64);
    assertArrayEquals(first, again);
  }

  @Test
  void numbersThePassesOfAllStepsApart() {
    assertEquals(
        Set.of(0, 1, 2, 3, 4),
        Set.of(
            CriticDraws.targetPass(0),
            CriticDraws.criticPass(0),
            CriticDraws.targetPass(1),
            CriticDraws.criticPass(1),
            CriticDraws.actorPass(2)));
  }

  private static double count(float[] mask, float value) {
    double count = 0;
    for (float each : mask) {
      count += each == value ? 1 : 0;
    }
    return count;
  }
}
