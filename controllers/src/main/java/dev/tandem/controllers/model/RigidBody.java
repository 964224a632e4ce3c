package dev.tandem.controllers.model;

/**
 * What a body weighs and how it resists rotation, in some frame.
 *
 * @param comM centre of mass, [3]
 * @param inertiaAtCom about the centre of mass, kg m2: xx, yy, zz, xy, xz, yz
 */
record RigidBody(double massKg, double[] comM, double[] inertiaAtCom) {
  static final RigidBody NOTHING = new RigidBody(0, new double[3], new double[6]);

  /** This body as seen from the frame in which its own frame stands at {@code pose}. */
  RigidBody in(Pose pose) {
    double[] r = pose.rotation();
    double[] own = matrix();
    double[] turned = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 9; k++) {
        turned[i] += r[i / 3 * 3 + k / 3] * own[k] * r[i % 3 * 3 + k % 3];
      }
    }
    return new RigidBody(massKg, pose.apply(comM), packed(turned));
  }

  /** The two as one rigid body; inertias meet at the common centre of mass (Huygens-Steiner). */
  RigidBody plus(RigidBody other) {
    double mass = massKg + other.massKg;
    if (mass == 0) {
      return NOTHING;
    }
    double[] com = new double[3];
    for (int i = 0; i < 3; i++) {
      com[i] = (massKg * comM[i] + other.massKg * other.comM[i]) / mass;
    }
    double[] inertia = inertiaAbout(com);
    double[] added = other.inertiaAbout(com);
    for (int i = 0; i < 6; i++) {
      inertia[i] += added[i];
    }
    return new RigidBody(mass, com, inertia);
  }

  /** False for figures that no distribution of mass can have. */
  boolean isPossible() {
    double[] m = inertiaAtCom;
    double slack = 1e-9 * (m[0] + m[1] + m[2]);
    double minorXy = m[0] * m[1] - m[3] * m[3];
    double minorXz = m[0] * m[2] - m[4] * m[4];
    double minorYz = m[1] * m[2] - m[5] * m[5];
    double determinant =
        m[0] * minorYz - m[3] * (m[3] * m[2] - m[5] * m[4]) + m[4] * (m[3] * m[5] - m[1] * m[4]);
    boolean positive = Math.min(m[0], Math.min(m[1], m[2])) >= 0 && determinant >= -slack;
    boolean minors = Math.min(minorXy, Math.min(minorXz, minorYz)) >= -slack;
    double largest = Math.max(m[0], Math.max(m[1], m[2]));
    return positive && minors && 2 * largest <= m[0] + m[1] + m[2] + slack;
  }

  private double[] inertiaAbout(double[] point) {
    double x = comM[0] - point[0];
    double y = comM[1] - point[1];
    double z = comM[2] - point[2];
    double[] m = inertiaAtCom;
    return new double[] {
      m[0] + massKg * (y * y + z * z),
      m[1] + massKg * (x * x + z * z),
      m[2] + massKg * (x * x + y * y),
      m[3] - massKg * x * y,
      m[4] - massKg * x * z,
      m[5] - massKg * y * z
    };
  }

  private double[] matrix() {
    double[] m = inertiaAtCom;
    return new double[] {m[0], m[3], m[4], m[3], m[1], m[5], m[4], m[5], m[2]};
  }

  private static double[] packed(double[] m) {
    return new double[] {m[0], m[4], m[8], m[1], m[2], m[5]};
  }
}
