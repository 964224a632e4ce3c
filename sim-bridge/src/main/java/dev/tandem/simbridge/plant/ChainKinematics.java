package dev.tandem.simbridge.plant;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;

/** World poses of every body of a chain, in base axes; arrays of [joint][3] or [joint][9], flat. */
final class ChainKinematics {
  final int joints;

  /** Body orientation in the world, [joint][9]. */
  final double[] rotation;

  /** Joint origin, metres, [joint][3]. */
  final double[] origin;

  /** Joint axis, unit, [joint][3]. */
  final double[] axis;

  /** Centre of mass, metres, [joint][3]. */
  final double[] com;

  /** Inertia about the centre of mass in world axes, kg m2, [joint][9]. */
  final double[] inertia;

  /** Tool point, metres, [3]. */
  final double[] tool = new double[3];

  /** Tool orientation in the world, [9]. */
  final double[] toolRotation = new double[9];

  private final Joint[] parts;
  private final double[] bodyInertia;
  private final double[] toolOffset;
  private final double[] toolOrientation = new double[9];
  private final double[] turned = new double[9];
  private final double[] scratch = new double[9];

  ChainKinematics(Chain chain) {
    this.parts = chain.joints().toArray(Joint[]::new);
    this.joints = parts.length;
    this.rotation = new double[9 * joints];
    this.origin = new double[3 * joints];
    this.axis = new double[3 * joints];
    this.com = new double[3 * joints];
    this.inertia = new double[9 * joints];
    this.bodyInertia = new double[9 * joints];
    double[] tool4 = chain.toolInLast();
    this.toolOffset = new double[] {tool4[3], tool4[7], tool4[11]};
    for (int row = 0; row < 3; row++) {
      System.arraycopy(tool4, 4 * row, toolOrientation, 3 * row, 3);
    }
    for (int i = 0; i < joints; i++) {
      expandInertia(parts[i].inertiaAtCom(), 9 * i);
    }
  }

  private void expandInertia(double[] sixValues, int at) {
    bodyInertia[at] = sixValues[0];
    bodyInertia[at + 4] = sixValues[1];
    bodyInertia[at + 8] = sixValues[2];
    bodyInertia[at + 1] = bodyInertia[at + 3] = sixValues[3];
    bodyInertia[at + 2] = bodyInertia[at + 6] = sixValues[4];
    bodyInertia[at + 5] = bodyInertia[at + 7] = sixValues[5];
  }

  /** {@code q} in rad. */
  void update(double[] q) {
    for (int i = 0; i < joints; i++) {
      place(i, q[i]);
      int v = 3 * i;
      int m = 9 * i;
      Vec.rotate(rotation, m, parts[i].axis(), 0, axis, v);
      Vec.rotate(rotation, m, parts[i].comInBody(), 0, com, v);
      Vec.add(origin, v, com, v);
      Vec.similarity(rotation, m, bodyInertia, m, inertia, m, scratch);
    }
    int last = joints - 1;
    Vec.rotate(rotation, 9 * last, toolOffset, 0, tool, 0);
    Vec.add(origin, 3 * last, tool, 0);
    Vec.multiply(rotation, 9 * last, toolOrientation, 0, toolRotation, 0);
  }

  private void place(int i, double q) {
    rodrigues(parts[i].axis(), q);
    if (i == 0) {
      System.arraycopy(parts[0].originInParent(), 0, origin, 0, 3);
      Vec.multiply(parts[0].rotationInParent(), 0, turned, 0, rotation, 0);
      return;
    }
    Vec.rotate(rotation, 9 * (i - 1), parts[i].originInParent(), 0, origin, 3 * i);
    Vec.add(origin, 3 * (i - 1), origin, 3 * i);
    Vec.multiply(rotation, 9 * (i - 1), parts[i].rotationInParent(), 0, scratch, 0);
    Vec.multiply(scratch, 0, turned, 0, rotation, 9 * i);
  }

  /** Rotation by {@code angleRad} about a unit axis (Rodrigues), into {@code turned}. */
  private void rodrigues(double[] unit, double angleRad) {
    double cos = Math.cos(angleRad);
    double sin = Math.sin(angleRad);
    double x = unit[0];
    double y = unit[1];
    double z = unit[2];
    double k = 1 - cos;
    turned[0] = cos + x * x * k;
    turned[1] = x * y * k - z * sin;
    turned[2] = x * z * k + y * sin;
    turned[3] = y * x * k + z * sin;
    turned[4] = cos + y * y * k;
    turned[5] = y * z * k - x * sin;
    turned[6] = z * x * k - y * sin;
    turned[7] = z * y * k + x * sin;
    turned[8] = cos + z * z * k;
  }
}
