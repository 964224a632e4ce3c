package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Sphere;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The geometry that makes the task hard: how much room the peg has, and where it feels a wall. */
class PegHoleTest {
  private static final double HOLE_X = 0.5;
  private static final double HOLE_Y = -0.02;

  private final PegHole scene = new PegHole();

  @BeforeEach
  void placeTheHole() {
    scene.moveTo(HOLE_X, HOLE_Y);
  }

  /** The hole is as wide as the peg and a millimetre more, so half of that is left on each side. */
  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, 1", "0, -1"})
  void thePegTouchesAWallHalfAMillimetreBesideTheMiddle(int x, int y) {
    for (int depthMillimetres = 1; depthMillimetres < 30; depthMillimetres++) {
      double depth = depthMillimetres * 1e-3;
      String where = "at depth " + depth;
      assertEquals(0.0005, wallGap(0, 0, depth), 1e-9, where);
      assertTrue(wallGap(0.00049 * x, 0.00049 * y, depth) > 0, where);
      assertTrue(wallGap(0.00051 * x, 0.00051 * y, depth) < 0, where);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 0", "0, 1", "0, -1"})
  void aPegThatIsInFeelsTheWallAtItsEndAndInTwoRingsAboveSoThatItCannotTilt(int x, int y) {
    Set<Long> heights = new TreeSet<>();
    for (Sphere sphere : PegHole.peg()) {
      if (wallGap(sphere, 0.0006 * x, 0.0006 * y, 0.029) < 0) {
        heights.add(Math.round(-sphere.z() * 1e4));
      }
    }
    assertEquals(Set.of(5L, 100L, 200L), heights, "tenths of a millimetre above the peg's end");
  }

  @Test
  void theHoleEndsThreeCentimetresBelowThePlatesTop() {
    double[] normal = new double[3];
    double least = Double.POSITIVE_INFINITY;
    for (Obstacle obstacle : scene.obstacles()) {
      double[] middle = {HOLE_X, HOLE_Y, PegHole.PLATE_TOP_METRES - 0.029};
      least = Math.min(least, obstacle.distance(middle, normal));
    }
    assertEquals(0.001, least, 1e-9);
    assertEquals(1, normal[2], "the floor is the last obstacle and faces up");
  }

  /** From the peg's surface to the nearest wall; negative where they touch. */
  private double wallGap(double besideX, double besideY, double depth) {
    double least = Double.POSITIVE_INFINITY;
    for (Sphere sphere : PegHole.peg()) {
      if (-sphere.z() < depth) {
        least = Math.min(least, wallGap(sphere, besideX, besideY, depth));
      }
    }
    return least;
  }

  /** The tool points down: its z axis is minus the world's. */
  private double wallGap(Sphere sphere, double besideX, double besideY, double depth) {
    double[] point = {
      HOLE_X + besideX + sphere.x(),
      HOLE_Y + besideY - sphere.y(),
      PegHole.PLATE_TOP_METRES - depth - sphere.z()
    };
    double[] normal = new double[3];
    double least = Double.POSITIVE_INFINITY;
    for (Obstacle obstacle : scene.obstacles()) {
      double gap = obstacle.distance(point, normal) - sphere.radius();
      least = Math.abs(normal[2]) < 0.5 ? Math.min(least, gap) : least;
    }
    return least;
  }
}
