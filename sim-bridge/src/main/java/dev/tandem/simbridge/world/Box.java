package dev.tandem.simbridge.world;

/** An axis-aligned box; it may be moved between episodes. */
public final class Box implements Obstacle {
  private final double[] center = new double[3];
  private final double[] half;

  /** Half extents in metres. */
  public Box(double halfX, double halfY, double halfZ) {
    if (!(halfX > 0) || !(halfY > 0) || !(halfZ > 0)) {
      throw new IllegalArgumentException(
          "half extents must be > 0, got " + halfX + ", " + halfY + ", " + halfZ);
    }
    this.half = new double[] {halfX, halfY, halfZ};
  }

  public void moveTo(double x, double y, double z) {
    center[0] = x;
    center[1] = y;
    center[2] = z;
  }

  /** Half extent along an axis of the base, metres. */
  public double half(int axis) {
    return half[axis];
  }

  /** Where the middle is along an axis of the base, metres. */
  public double center(int axis) {
    return center[axis];
  }

  @Override
  public double distance(double[] point, double[] normal) {
    double square = 0;
    for (int k = 0; k < 3; k++) {
      double offset = point[k] - center[k];
      double over = Math.max(Math.abs(offset) - half[k], 0);
      normal[k] = Math.copySign(over, offset);
      square += over * over;
    }
    return square > 0 ? outside(square, normal) : inside(point, normal);
  }

  private static double outside(double square, double[] normal) {
    double distance = Math.sqrt(square);
    for (int k = 0; k < 3; k++) {
      normal[k] /= distance;
    }
    return distance;
  }

  private double inside(double[] point, double[] normal) {
    int nearest = 0;
    double depth = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 3; k++) {
      double toFace = half[k] - Math.abs(point[k] - center[k]);
      if (toFace < depth) {
        depth = toFace;
        nearest = k;
      }
      normal[k] = 0;
    }
    normal[nearest] = Math.copySign(1, point[nearest] - center[nearest]);
    return -depth;
  }
}
