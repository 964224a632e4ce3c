package dev.tandem.simbridge.world;

/** A horizontal floor; everything below {@code heightMetres} is solid. */
public record Plane(double heightMetres) implements Obstacle {
  @Override
  public double distance(double[] point, double[] normal) {
    normal[0] = 0;
    normal[1] = 0;
    normal[2] = 1;
    return point[2] - heightMetres;
  }
}
