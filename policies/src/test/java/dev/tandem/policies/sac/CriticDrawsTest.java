package dev.tandem.policies.sac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CriticDrawsTest {
  private final CriticDraws draws = new CriticDraws();

  CriticDrawsTest() {
    draws.begin(11);
  }

  @Test
  void forgetsTheShareOfUnitsThatItIsToldAndKeepsTheMean() {
    // four standard deviations of a binomial around 2000
    assertEquals(2000, forgotten(0.01, 3, 1, 200_000).size(), 4 * Math.sqrt(2000 * 0.99));
    assertEquals(1, 0.99 * CriticDraws.scale(0.01), 1e-7);
  }

  @Test
  void forgetsEveryUnitAsOftenAsItsNeighbour() {
    Set<Integer> units = forgotten(0.5, 0, 0, 100_000);
    double pairs = units.stream().filter(i -> i % 2 == 0 && units.contains(i + 1)).count();
    assertEquals(12_500, pairs, 4 * Math.sqrt(50_000 * 0.25 * 0.75));
  }

  @Test
  void forgetsFirstAndLastUnitToo() {
    Set<Integer> units = new HashSet<>();
    for (int pass = 0; pass < 40; pass++) {
      units.addAll(forgotten(0.5, pass, 0, 3));
    }
    assertEquals(Set.of(0, 1, 2), units);
  }

  @Test
  void forgetsOtherUnitsInEveryPassAndLayer() {
    Set<Set<Integer>> seen = new HashSet<>();
    for (int pass = 0; pass < 5; pass++) {
      for (int layer = 0; layer < 3; layer++) {
        seen.add(forgotten(0.1, pass, layer, 1000));
      }
    }
    assertEquals(15, seen.size());
  }

  @Test
  void drawsTheSameAgainWhateverWasDrawnBetween() {
    float[] first = new float[64];
    float[] again = new float[64];
    draws.returns(2, first, 0, 64);
    draws.returns(3, again, 0, 64);
    assertFalse(Arrays.equals(first, again));
    draws.returns(2, again, 0, 64);
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

  private Set<Integer> forgotten(double share, int pass, int layer, int units) {
    Set<Integer> all = new HashSet<>();
    draws.forgotten(share, pass, layer, units, all::add);
    return all;
  }
}
