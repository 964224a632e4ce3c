package dev.tandem.simbridge.tactile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
  private static final double STEP_METRES = 1e-6;

  private final double[] outward = new double[3];

  static List<Shape> shapes() {
    return List.of(
        new Shape.Box(0.3, 0.2, 0.1),
        new Shape.Sphere(0.2),
        new Shape.Capsule(0.1, 0.2),
        new Shape.Cylinder(0.2, 0.1),
        new Shape.Cylinder(0.1, 0.3));
  }

  private static Shape shape(String name) {
    return switch (name) {
      case "box" -> new Shape.Box(0.3, 0.2, 0.1);
      case "sphere" -> new Shape.Sphere(0.2);
      case "capsule" -> new Shape.Capsule(0.1, 0.2);
      default -> new Shape.Cylinder(0.2, 0.1);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "box, 0.5, 0, 0, 0.2, 1, 0, 0",
    "box, 0.6, -0.6, 0, 0.5, 0.6, -0.8, 0",
    "box, 0.05, 0.02, -0.07, -0.03, 0, 0, -1",
    "box, -0.28, 0, 0, -0.02, -1, 0, 0",
    "box, 0, 0.17, 0.01, -0.03, 0, 1, 0",
    "sphere, 0.3, 0, 0.4, 0.3, 0.6, 0, 0.8",
    "sphere, 0, -0.05, 0, -0.15, 0, -1, 0",
    "sphere, 0, 0, 0, -0.2, 0, 0, 1",
    "capsule, 0.3, 0, 0.1, 0.2, 1, 0, 0",
    "capsule, 0, 0.3, 0.6, 0.4, 0, 0.6, 0.8",
    "capsule, 0, 0, -0.25, -0.05, 0, 0, -1",
    "cylinder, 0, 0.5, 0.05, 0.3, 0, 1, 0",
    "cylinder, 0, -0.5, 0.5, 0.5, 0, -0.6, 0.8",
    "cylinder, 0.1, 0, 0.4, 0.3, 0, 0, 1",
    "cylinder, 0.17, 0, 0, -0.03, 1, 0, 0",
    "cylinder, 0.02, 0, -0.08, -0.02, 0, 0, -1",
    "cylinder, 0, 0, 0.3, 0.2, 0, 0, 1"
  })
  void theDistanceIsToTheNearestPointOfTheSurface(
      String name,
      double x,
      double y,
      double z,
      double metres,
      double outX,
      double outY,
      double outZ) {
    assertEquals(metres, shape(name).distance(x, y, z, outward), 1e-12);
    assertArrayEquals(new double[] {outX, outY, outZ}, outward, 1e-12);
  }

  /** The gradient by differences, at points that are not where two faces are as near. */
  @ParameterizedTest
  @MethodSource("shapes")
  void outwardIsWhereTheDistanceGrowsByAMetreAMetre(Shape shape) {
    SplittableRandom random = new SplittableRandom(7);
    double[] ignored = new double[3];
    int agreed = 0;
    for (int i = 0; i < 1000; i++) {
      double[] at = random.doubles(3, -0.5, 0.5).toArray();
      double here = shape.distance(at[0], at[1], at[2], outward);
      double difference = 0;
      for (int axis = 0; axis < 3; axis++) {
        double[] moved = at.clone();
        moved[axis] += STEP_METRES;
        double grown = shape.distance(moved[0], moved[1], moved[2], ignored) - here;
        difference = Math.max(difference, Math.abs(grown / STEP_METRES - outward[axis]));
      }
      agreed += difference < 1e-4 ? 1 : 0;
    }
    assertTrue(agreed > 990, agreed + " of 1000");
  }

  @Test
  void whatHasNoSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Shape.Box(0.1, 0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Shape.Sphere(-1));
    assertThrows(IllegalArgumentException.class, () -> new Shape.Capsule(0.1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Shape.Cylinder(0.1, 0));
  }
}
