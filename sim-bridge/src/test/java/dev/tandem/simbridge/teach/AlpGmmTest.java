package dev.tandem.simbridge.teach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlpGmmTest {
  private static final AlpGmm.Config CONFIG = new AlpGmm.Config(100, 50, 5, 0.2);

  /** A corner of 4 % of the square, where each try counts; elsewhere nothing is ever learnt. */
  private static boolean isLearnable(double[] point) {
    return point[0] > 0.6 && point[0] < 0.8 && point[1] > 0.2 && point[1] < 0.4;
  }

  private static final class Toy {
    final AlpGmm teacher;
    final SplittableRandom noise;
    double skill;
    int learnable;

    Toy(long seed) {
      teacher = new AlpGmm(2, CONFIG, seed);
      noise = new SplittableRandom(seed + 100);
    }

    double[] episode(long episodeSeed) {
      double[] point = teacher.next(episodeSeed, new SplittableRandom(episodeSeed));
      boolean here = isLearnable(point);
      skill += here ? 0.05 : 0;
      teacher.learned(episodeSeed, (here ? skill : 0) + 0.001 * noise.nextGaussian());
      learnable += here ? 1 : 0;
      return point;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void samplesWhereProgressIsMadeWellAboveItsUniformShare(long seed) {
    Toy toy = new Toy(seed);
    for (int i = 0; i < 1000; i++) {
      toy.episode(seed * 1_000_000 + i);
    }
    int before = toy.learnable;
    for (int i = 1000; i < 2000; i++) {
      toy.episode(seed * 1_000_000 + i);
    }
    double share = (toy.learnable - before) / 1000.0;
    assertTrue(share > 15 * 0.04, "seed " + seed + ": " + share);
    assertTrue(share < 0.85, "a fifth comes from everywhere, seed " + seed + ": " + share);
  }

  @Test
  void drawsStayInTheCubeAndReachItsSides() {
    AlpGmm teacher = new AlpGmm(3, CONFIG, 1);
    boolean atSide = false;
    for (int i = 0; i < 500; i++) {
      double[] point = teacher.next(i, new SplittableRandom(i));
      assertEquals(3, point.length);
      for (double each : point) {
        assertTrue(each >= 0 && each <= 1, () -> Arrays.toString(point));
        atSide |= each == 0 || each == 1;
      }
      boolean corner = point[0] > 0.9;
      teacher.learned(i, corner ? i : 0);
    }
    assertTrue(atSide, "Gaussians reach over the sides");
  }

  @Test
  void equalSeedsDrawEquallyAndEverywhereAlikeBeforeTheFirstFit() {
    Toy first = new Toy(7);
    Toy again = new Toy(7);
    for (int i = 0; i < 300; i++) {
      double[] point = first.episode(i);
      assertArrayEquals(point, again.episode(i));
      if (i < 50) {
        assertArrayEquals(new SplittableRandom(i).doubles(2).toArray(), point);
      }
    }
  }

  @Test
  void whatAnEarlierRunLearnedIsTakenUp() {
    Toy whole = new Toy(3);
    AlpGmm later = new AlpGmm(2, CONFIG, 3);
    AlpGmm fresh = new AlpGmm(2, CONFIG, 3);
    for (int i = 0; i < 300; i++) {
      double skill = whole.skill;
      double[] point = whole.episode(i);
      later.recall(point, isLearnable(point) ? skill + 0.05 : 0);
    }
    int near = 0;
    int nearFresh = 0;
    for (int i = 1000; i < 1400; i++) {
      near += isLearnable(later.next(i, new SplittableRandom(i))) ? 1 : 0;
      nearFresh += isLearnable(fresh.next(i, new SplittableRandom(i))) ? 1 : 0;
    }
    assertTrue(near > 4 * nearFresh, near + " beside " + nearFresh);
  }

  @Test
  void whatNobodyDrewAndWhatTeachesNothingChangesNothing() {
    AlpGmm teacher = new AlpGmm(1, CONFIG, 1);
    teacher.learned(5, 1);
    for (int i = 0; i < 200; i++) {
      teacher.next(i, new SplittableRandom(i));
      teacher.learned(i, 2);
    }
    double[] expected = new SplittableRandom(9).doubles(1).toArray();
    assertArrayEquals(expected, teacher.next(9, new SplittableRandom(9)));
  }

  @Test
  void aShareOfOneIsPlainRandomisation() {
    AlpGmm teacher = new AlpGmm(1, new AlpGmm.Config(20, 10, 3, 1), 1);
    double lowest = 1;
    boolean same = true;
    for (int i = 0; i < 400; i++) {
      double[] point = teacher.next(i, new SplittableRandom(i));
      teacher.learned(i, point[0] > 0.9 ? i : 0);
      lowest = i > 50 ? Math.min(lowest, point[0]) : lowest;
      same &= point[0] > 0.8;
    }
    assertFalse(same);
    assertTrue(lowest < 0.02, "lowest " + lowest);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10, 3, 0.2",
    "20, 0, 3, 0.2",
    "20, 10, 1, 0.2",
    "20, 10, 3, 1.1",
    "20, 10, 3, -1"
  })
  void refusesFiguresThatCannotBe(int window, int every, int most, double share) {
    assertThrows(
        IllegalArgumentException.class, () -> new AlpGmm.Config(window, every, most, share));
  }
}
