package dev.tandem.simbridge.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxTest {
  private final Box box = new Box(0.1, 0.2, 0.3);
  private final double[] normal = new double[3];

  @Test
  void aPointOverAFaceIsAsFarAsTheFace() {
    box.moveTo(1, 0, 0);
    assertEquals(0.05, box.distance(new double[] {1.15, 0.1, -0.1}, normal), 1e-12);
    assertArrayEquals(new double[] {1, 0, 0}, normal, 1e-12);
  }

  @Test
  void aPointBeyondAnEdgeIsAsFarAsTheEdge() {
    assertEquals(0.05, box.distance(new double[] {0.13, -0.24, 0}, normal), 1e-12);
    assertArrayEquals(new double[] {0.6, -0.8, 0}, normal, 1e-12);
  }

  @Test
  void aPointInsideIsPushedOutOfTheNearestFace() {
    assertEquals(-0.02, box.distance(new double[] {0, 0, -0.28}, normal), 1e-12);
    assertArrayEquals(new double[] {0, 0, -1}, normal, 1e-12);
  }
}
