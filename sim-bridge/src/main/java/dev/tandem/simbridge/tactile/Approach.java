package dev.tandem.simbridge.tactile;

/**
 * How a thing lies and moves in a pad's axes. Made once, computed for each image; allocates
 * nothing. One thread.
 */
final class Approach {
  private static final int POSITION = 0;
  private static final int ROTATION = 3;
  private static final int VELOCITY = 12;
  private static final int TURNING = 15;

  private final Shape thing;
  private final double[] origin = new double[3];
  private final double[] turn = new double[9];
  private final double[] velocity = new double[3];
  private final double[] turning = new double[3];
  private final double[] inThing = new double[3];
  private final double[] difference = new double[3];

  /** The direction out of the thing at the point last asked for, in the pad's axes, [3]. */
  final double[] outward = new double[3];

  /** How the pad's point that was last asked for moves relative to the thing, m/s, [3]. */
  final double[] slip = new double[3];

  Approach(Shape thing) {
    this.thing = thing;
  }

  /** Takes pad and thing as they are in an array of bodies. */
  void look(double[] bodies, int padBody, int thingBody) {
    int pad = padBody * TactileWorld.BODY;
    int its = thingBody * TactileWorld.BODY;
    between(bodies, pad, its);
    into(bodies, its + ROTATION, difference, origin);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += at(bodies, its, k, row) * at(bodies, pad, k, column);
        }
        turn[3 * row + column] = sum;
      }
    }
    motion(bodies, pad, its);
  }

  private void between(double[] bodies, int pad, int its) {
    for (int k = 0; k < 3; k++) {
      difference[k] = bodies[pad + POSITION + k] - bodies[its + POSITION + k];
    }
  }

  /** Of the pad's middle relative to the thing there, then of the pad's axes. */
  private void motion(double[] bodies, int pad, int its) {
    double[] world = slip;
    cross(bodies, its + TURNING, difference, world);
    for (int k = 0; k < 3; k++) {
      world[k] = bodies[pad + VELOCITY + k] - bodies[its + VELOCITY + k] - world[k];
    }
    into(bodies, pad + ROTATION, world, velocity);
    for (int k = 0; k < 3; k++) {
      world[k] = bodies[pad + TURNING + k] - bodies[its + TURNING + k];
    }
    into(bodies, pad + ROTATION, world, turning);
  }

  private static double at(double[] bodies, int body, int row, int column) {
    return bodies[body + ROTATION + 3 * row + column];
  }

  /** A vector of the world in the axes of a rotation. */
  private static void into(double[] bodies, int rotation, double[] vector, double[] out) {
    for (int k = 0; k < 3; k++) {
      out[k] =
          bodies[rotation + k] * vector[0]
              + bodies[rotation + 3 + k] * vector[1]
              + bodies[rotation + 6 + k] * vector[2];
    }
  }

  private static void cross(double[] a, int at, double[] b, double[] out) {
    out[0] = a[at + 1] * b[2] - a[at + 2] * b[1];
    out[1] = a[at + 2] * b[0] - a[at] * b[2];
    out[2] = a[at] * b[1] - a[at + 1] * b[0];
  }

  /** How deep the pad's point is in the thing, metres; 0 outside. Sets {@link #outward}. */
  double depth(double x, double y) {
    for (int k = 0; k < 3; k++) {
      inThing[k] = origin[k] + turn[3 * k] * x + turn[3 * k + 1] * y;
    }
    double distance = thing.distance(inThing[0], inThing[1], inThing[2], difference);
    for (int k = 0; k < 3; k++) {
      outward[k] =
          turn[k] * difference[0] + turn[3 + k] * difference[1] + turn[6 + k] * difference[2];
    }
    return Math.max(-distance, 0);
  }

  /** Of the pad's point, into the thing along {@link #outward}, m/s. Sets {@link #slip}. */
  double pressing(double x, double y) {
    slip[0] = velocity[0] - turning[2] * y;
    slip[1] = velocity[1] + turning[2] * x;
    slip[2] = velocity[2] + turning[0] * y - turning[1] * x;
    double out = slip[0] * outward[0] + slip[1] * outward[1] + slip[2] * outward[2];
    for (int k = 0; k < 3; k++) {
      slip[k] -= out * outward[k];
    }
    return -out;
  }
}
