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

class BoxDistanceTest {
  private static final double[] MIN = {-1, -2, -3};
  private static final double[] MAX = {1, 2, 3};

  private final Nearest nearest = new Nearest();

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /** From a point, positive outside and on the surface 0. */
  private static double distance(double[] p) {
    double square = 0;
    double depth = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      double beyond = Math.abs(p[k]) - MAX[k];
      square += Math.max(0, beyond) * Math.max(0, beyond);
      depth = Math.max(depth, beyond);
    }
    return square > 0 ? Math.sqrt(square) : depth;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPointOfTheSegmentIsNearer(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] from = random.doubles(3, -6, 6).toArray();
    double[] to = random.doubles(3, -6, 6).toArray();
    BoxDistance.nearest(from, to, MIN, MAX, nearest);
    assertEquals(distance(nearest.onFirst), nearest.distanceMetres, 1e-9, "of a point");
    double least = Double.POSITIVE_INFINITY;
    double[] p = new double[3];
    for (int i = 0; i <= 1000; i++) {
      for (int k = 0; k < 3; k++) {
        p[k] = from[k] + 1e-3 * i * (to[k] - from[k]);
      }
      least = Math.min(least, distance(p));
    }
    assertTrue(nearest.distanceMetres <= least + 1e-6, "found " + nearest.distanceMetres);
    assertTrue(nearest.distanceMetres >= least - 0.02, "on the segment: " + least);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theNormalLeadsFromTheSurfaceToTheSegment(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] from = random.doubles(3, -4, 4).toArray();
    double[] to = random.doubles(3, -4, 4).toArray();
    BoxDistance.nearest(from, to, MIN, MAX, nearest);
    assertEquals(0, distance(nearest.onSecond), 1e-9, "on the surface");
    double square = 0;
    for (int k = 0; k < 3; k++) {
      double across = nearest.onFirst[k] - nearest.onSecond[k];
      assertEquals(across, nearest.distanceMetres * nearest.normal[k], 1e-9);
      square += nearest.normal[k] * nearest.normal[k];
    }
    assertEquals(1, square, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0, 0, -0.1, 1, 0, 0",
    "-0.9, 0, 0, -0.1, -1, 0, 0",
    "0, 1.8, 0, -0.2, 0, 1, 0",
    "0, -1.8, 0, -0.2, 0, -1, 0",
    "0, 0, 2.7, -0.3, 0, 0, 1",
    "0, 0, -2.7, -0.3, 0, 0, -1"
  })
  void whatIsInsideLeavesByTheNearestFace(
      double x, double y, double z, double distance, double nx, double ny, double nz) {
    double[] point = {x, y, z};
    BoxDistance.nearest(point, point, MIN, MAX, nearest);
    assertEquals(distance, nearest.distanceMetres, 1e-12);
    assertArrayEquals(new double[] {nx, ny, nz}, nearest.normal, 1e-12);
  }

  @Test
  void aSegmentThatLeavesItsEndIsNearestThere() {
    double[] near = {3, 0, 0};
    double[] far = {5, 1, 0};
    BoxDistance.nearest(near, far, MIN, MAX, nearest);
    assertArrayEquals(near, nearest.onFirst);
    BoxDistance.nearest(far, near, MIN, MAX, nearest);
    assertArrayEquals(near, nearest.onFirst);
  }

  @Test
  void whatWasMeasuredBeforeIsForgotten() {
    BoxDistance.nearest(new double[] {3, 0, 0}, new double[] {5, 0, 0}, MIN, MAX, nearest);
    double[] near = {-3, 0, 0};
    BoxDistance.nearest(new double[] {-5, 0, 0}, near, MIN, MAX, nearest);
    assertArrayEquals(near, nearest.onFirst);
  }
}
