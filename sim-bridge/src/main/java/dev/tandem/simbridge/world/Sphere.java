package dev.tandem.simbridge.world;

/** A contact sphere carried by the tool; centre in the tool's frame, metres. */
public record Sphere(double x, double y, double z, double radius) {
  public Sphere {
    if (!(radius > 0)) {
      throw new IllegalArgumentException("sphere radius must be > 0, got " + radius);
    }
  }
}
