package dev.tandem.simbridge.plant;

/** Something fixed in the world that a sphere can touch. */
public interface Obstacle {
  /**
   * Signed distance in metres from {@code point} to the surface, negative inside; writes the unit
   * normal that points out of the obstacle to {@code normal}.
   */
  double distance(double[] point, double[] normal);
}
