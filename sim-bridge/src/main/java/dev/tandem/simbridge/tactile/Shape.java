package dev.tandem.simbridge.tactile;

import java.util.Arrays;

/** A primitive about its own centre, metres; the long axis of a round one is z. */
public sealed interface Shape {
  /**
   * Signed distance from a point to the surface, negative inside.
   *
   * @param outward gets the unit vector along which the distance grows fastest, [3]
   */
  double distance(double x, double y, double z, double[] outward);

  /** By its half extents. */
  record Box(double halfX, double halfY, double halfZ) implements Shape {
    public Box {
      requireAboveZero("box", halfX, halfY, halfZ);
    }

    @Override
    public double distance(double x, double y, double z, double[] outward) {
      double overX = Math.abs(x) - halfX;
      double overY = Math.abs(y) - halfY;
      double overZ = Math.abs(z) - halfZ;
      double most = Math.max(overX, Math.max(overY, overZ));
      if (most > 0) {
        double outsideX = Math.copySign(Math.max(overX, 0), x);
        double outsideY = Math.copySign(Math.max(overY, 0), y);
        return unit(outsideX, outsideY, Math.copySign(Math.max(overZ, 0), z), outward);
      }
      Arrays.fill(outward, 0);
      int axis = most == overX ? 0 : most == overY ? 1 : 2;
      outward[axis] = Math.copySign(1, axis == 0 ? x : axis == 1 ? y : z);
      return most;
    }
  }

  /** A ball. */
  record Sphere(double radius) implements Shape {
    public Sphere {
      requireAboveZero("sphere", radius);
    }

    @Override
    public double distance(double x, double y, double z, double[] outward) {
      return unit(x, y, z, outward) - radius;
    }
  }

  /** A cylinder with half a ball at each end; {@code halfLength} is without them. */
  record Capsule(double radius, double halfLength) implements Shape {
    public Capsule {
      requireAboveZero("capsule", radius, halfLength);
    }

    @Override
    public double distance(double x, double y, double z, double[] outward) {
      return unit(x, y, z - Math.clamp(z, -halfLength, halfLength), outward) - radius;
    }
  }

  /** With flat ends. */
  record Cylinder(double radius, double halfLength) implements Shape {
    public Cylinder {
      requireAboveZero("cylinder", radius, halfLength);
    }

    @Override
    public double distance(double x, double y, double z, double[] outward) {
      double fromAxis = Math.hypot(x, y);
      double overSide = fromAxis - radius;
      double overEnd = Math.abs(z) - halfLength;
      boolean inside = overSide <= 0 && overEnd <= 0;
      double side = inside ? (overSide >= overEnd ? 1 : 0) : Math.max(overSide, 0);
      double end = inside ? 1 - side : Math.max(overEnd, 0);
      double perAxis = fromAxis > 0 ? side / fromAxis : 0;
      double acrossX = fromAxis > 0 ? perAxis * x : side;
      double distance = unit(acrossX, perAxis * y, Math.copySign(end, z), outward);
      return inside ? Math.max(overSide, overEnd) : distance;
    }
  }

  /** Writes the direction of a vector, z where it has none; returns its length. */
  private static double unit(double x, double y, double z, double[] direction) {
    double length = Math.sqrt(x * x + y * y + z * z);
    direction[0] = length > 0 ? x / length : 0;
    direction[1] = length > 0 ? y / length : 0;
    direction[2] = length > 0 ? z / length : 1;
    return length;
  }

  private static void requireAboveZero(String shape, double... metres) {
    for (double each : metres) {
      if (!(each > 0 && Double.isFinite(each))) {
        throw new IllegalArgumentException(shape + ": expected sizes above 0, found " + each);
      }
    }
  }
}
