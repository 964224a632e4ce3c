package dev.tandem.simbridge.world;

/** Something fixed in the world that a sphere can touch. */
public sealed interface Obstacle permits Box, Plane {
  /**
   * Signed distance in metres from {@code point} to the surface, negative inside; writes the unit
   * normal that points out of the obstacle to {@code normal}.
   */
  double distance(double[] point, double[] normal);
}
