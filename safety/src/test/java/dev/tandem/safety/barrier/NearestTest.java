package dev.tandem.safety.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NearestTest {
  private static final double EXACT = 1e-12;

  private final Nearest nearest = new Nearest();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /**
   * The distance is convex in both segments, so that two points of which each is the nearest to the
   * other are the nearest of all.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void eachPointIsTheNearestToTheOther(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] ends = new double[4][];
    for (int i = 0; i < 4; i++) {
      ends[i] = random.doubles(3, -1, 1).toArray();
    }
    if (seed % 4 == 1) {
      ends[1] = ends[0].clone();
    }
    if (seed % 8 > 4) {
      ends[3] = ends[2].clone();
    }
    nearest.segments(ends[0], ends[1], ends[2], ends[3]);
    assertArrayEquals(onSegment(nearest.onSecond, ends[0], ends[1]), nearest.onFirst, 1e-9);
    assertArrayEquals(onSegment(nearest.onFirst, ends[2], ends[3]), nearest.onSecond, 1e-9);
    assertNormalSpansTheDistance();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parallelSegmentsAreAsFarApartAsTheirLines(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] from = random.doubles(3, -1, 1).toArray();
    double[] along = random.doubles(3, -1, 1).toArray();
    double[] aside = across(along, random.doubles(3, -1, 1).toArray());
    double[] to = plus(from, along, 1);
    double shift = random.nextDouble(-0.9, 0.9);
    double[] otherFrom = plus(plus(from, along, shift), aside, 1);
    nearest.segments(from, to, otherFrom, plus(otherFrom, along, random.nextDouble(1, 2)));
    assertEquals(length(aside), nearest.distanceMetres, 1e-9);
    assertNormalSpansTheDistance();
  }

  /** A turn by 3e-7 rad is none: where the lines would cross says nothing. */
  @ParameterizedTest
  @CsvSource({"10, 1", "1, 10"})
  void segmentsThatAreAllButParallelAreMeasuredFromTheMiddleOfTheFirst(
      double length, double otherLength) {
    nearest.segments(
        new double[] {-0.5 * length, 0, 0},
        new double[] {0.5 * length, 0, 0},
        new double[] {-0.4 * otherLength, 1, 0},
        new double[] {0.6 * otherLength, 1 + 3e-7 * otherLength, 0});
    assertArrayEquals(new double[3], nearest.onFirst, EXACT);
    assertEquals(1, nearest.distanceMetres, 1e-5);
  }

  @Test
  void parallelSegmentsThatDoNotOverlapAreNearestAtTheirEnds() {
    nearest.segments(
        new double[] {0, 0, 0},
        new double[] {1, 0, 0},
        new double[] {4, 4, 0},
        new double[] {6, 4, 0});
    assertEquals(5, nearest.distanceMetres, EXACT);
    assertArrayEquals(new double[] {-0.6, -0.8, 0}, nearest.normal, EXACT);
  }

  @Test
  void whatTouchesIsPushedUp() {
    nearest.segments(new double[3], new double[] {1, 0, 0}, new double[3], new double[] {0, 1, 0});
    assertEquals(0, nearest.distanceMetres, EXACT);
    assertArrayEquals(new double[] {0, 0, 1}, nearest.normal);
  }

  @Test
  void aRadiusBringsTheSecondShapeCloser() {
    double[] origin = new double[3];
    double[] above = {0, 0, 2};
    new KeepOut.Ball(origin, 0.5).nearest(above, above, nearest);
    assertEquals(1.5, nearest.distanceMetres, EXACT);
    new KeepOut.Capsule(new double[] {-1, 0, 0}, new double[] {1, 0, 0}, 2.5)
        .nearest(above, above, nearest);
    assertEquals(-0.5, nearest.distanceMetres, EXACT, "inside");
    assertArrayEquals(new double[] {0, 0, 1}, nearest.normal, EXACT);
  }

  @Test
  void aKeepOutKeepsItsOwnCorners() {
    double[] low = {-1, -1, -1};
    double[] high = {1, 1, 1};
    KeepOut box = new KeepOut.Box(low, high);
    KeepOut ball = new KeepOut.Ball(high, 1);
    KeepOut capsule = new KeepOut.Capsule(low, high, 1);
    low[2] = -9;
    high[2] = 9;
    double[] above = {1, 1, 3};
    for (KeepOut keepOut : new KeepOut[] {box, ball, capsule}) {
      keepOut.nearest(above, above, nearest);
      assertTrue(nearest.distanceMetres >= 1, keepOut::toString);
    }
  }

  private void assertNormalSpansTheDistance() {
    assertEquals(1, length(nearest.normal), 1e-9);
    for (int k = 0; k < 3; k++) {
      double across = nearest.onFirst[k] - nearest.onSecond[k];
      assertEquals(across, nearest.distanceMetres * nearest.normal[k], 1e-9);
    }
  }

  private static double[] onSegment(double[] point, double[] from, double[] to) {
    double[] along = plus(to, from, -1);
    double square = dot(along, along);
    double t = square == 0 ? 0 : dot(plus(point, from, -1), along) / square;
    return plus(from, along, Math.clamp(t, 0.0, 1.0));
  }

  private static double[] across(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] plus(double[] a, double[] b, double times) {
    return new double[] {a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
