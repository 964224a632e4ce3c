package dev.tandem.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InterquartileMeanTest {
  @Test
  void leavesOutTheLowestAndTheHighestQuarter() {
    assertEquals(3, InterquartileMean.middle(new double[] {-100, 2, 100, 4, 3}));
    assertEquals(2.5, InterquartileMean.middle(new double[] {9, 2, 3, -9}));
    assertEquals(2, InterquartileMean.middle(new double[] {1, 3, 2}));
  }

  @Test
  void hasNoWidthWhenAllRunsAreEqual() {
    InterquartileMean found = InterquartileMean.of(List.of(new double[] {2, 2, 2}));
    assertEquals(new InterquartileMean(2, 2, 2), found);
  }

  @Test
  void hasNoIntervalWhenATaskHasASingleRun() {
    InterquartileMean found =
        InterquartileMean.of(List.of(new double[] {2, 4, 6}, new double[] {1}));
    assertEquals(3, found.mean());
    assertTrue(Double.isNaN(found.low()) && Double.isNaN(found.high()));
  }

  @Test
  void drawsEachTaskFromItsOwnRuns() {
    // were the tasks mixed, draws with more of one than of the other would move the mean
    InterquartileMean found =
        InterquartileMean.of(List.of(new double[] {0, 0, 0, 0}, new double[] {1, 1, 1, 1}));
    assertEquals(new InterquartileMean(0.5, 0.5, 0.5), found);
  }

  @Test
  void holdsTheTruthInAboutNineteenOfTwentyIntervals() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    for (int trial = 0; trial < 60; trial++) {
      double[] runs = random.doubles(40).toArray();
      InterquartileMean found = InterquartileMean.of(List.of(runs));
      held += found.low() <= 0.5 && 0.5 <= found.high() ? 1 : 0;
    }
    assertTrue(held >= 51 && held < 60, "held " + held + " of 60");
  }
}
