package dev.tandem.simbridge.task;

import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.util.ArrayList;
import java.util.List;

/**
 * A round peg and a square hole in a thick plate, made of spheres and boxes: a ring of small
 * spheres around the peg's end feels the rim, further rings feel the walls.
 */
final class PegHole {
  static final double PEG_RADIUS_METRES = 0.010;

  /** Hole width less peg diameter. */
  static final double CLEARANCE_METRES = 0.001;

  static final double PLATE_TOP_METRES = 0.10;
  static final double HOLE_DEPTH_METRES = 0.030;

  private static final double EDGE_RADIUS_METRES = 0.0005;
  private static final double PLATE_HALF_METRES = 0.3;
  private static final double HOLE_HALF_METRES = PEG_RADIUS_METRES + CLEARANCE_METRES / 2;
  private static final int SPHERES_PER_RING = 12;

  private final Box left = side(PLATE_HALF_METRES, 2 * PLATE_HALF_METRES);
  private final Box right = side(PLATE_HALF_METRES, 2 * PLATE_HALF_METRES);
  private final Box front = side(HOLE_HALF_METRES, PLATE_HALF_METRES);
  private final Box back = side(HOLE_HALF_METRES, PLATE_HALF_METRES);

  private static Box side(double halfX, double halfY) {
    return new Box(halfX, halfY, HOLE_DEPTH_METRES / 2);
  }

  List<Obstacle> obstacles() {
    return List.of(left, right, front, back, new Plane(PLATE_TOP_METRES - HOLE_DEPTH_METRES));
  }

  /** Spheres in the tool's frame; the tool point is the centre of the peg's end, z out of it. */
  static List<Sphere> peg() {
    List<Sphere> spheres = new ArrayList<>();
    for (double back : new double[] {EDGE_RADIUS_METRES, 0.010, 0.020}) {
      for (int i = 0; i < SPHERES_PER_RING; i++) {
        double angleRad = 2 * Math.PI * i / SPHERES_PER_RING;
        double radius = PEG_RADIUS_METRES - EDGE_RADIUS_METRES;
        double x = radius * Math.cos(angleRad);
        double y = radius * Math.sin(angleRad);
        spheres.add(new Sphere(x, y, -back, EDGE_RADIUS_METRES));
      }
    }
    return spheres;
  }

  /** Moves the hole; x and y in metres in the base frame. */
  void moveTo(double x, double y) {
    double z = PLATE_TOP_METRES - HOLE_DEPTH_METRES / 2;
    double offset = HOLE_HALF_METRES + PLATE_HALF_METRES;
    left.moveTo(x - offset, y, z);
    right.moveTo(x + offset, y, z);
    front.moveTo(x, y - offset, z);
    back.moveTo(x, y + offset, z);
  }
}
