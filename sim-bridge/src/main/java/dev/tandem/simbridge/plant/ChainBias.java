package dev.tandem.simbridge.plant;

import java.util.Arrays;

/**
 * Coriolis, centrifugal and gravity torques of a chain by recursive Newton-Euler in world axes
 * (Featherstone, Rigid Body Dynamics Algorithms, 2008, chapter 5).
 */
final class ChainBias {
  private final ChainKinematics kinematics;
  private final double[] mass;
  private final double gravityMPerS2;
  private final double[] bias;
  private final double[] force;
  private final double[] moment;

  // Running values of the outward pass, world axes.
  private final double[] omega = new double[3];
  private final double[] alpha = new double[3];
  private final double[] acceleration = new double[3];
  private final double[] arm = new double[3];
  private final double[] t1 = new double[3];
  private final double[] t2 = new double[3];

  /**
   * @param mass in kg, [joint]
   * @param gravityMPerS2 downwards
   */
  ChainBias(ChainKinematics kinematics, double[] mass, double gravityMPerS2) {
    this.kinematics = kinematics;
    this.mass = mass;
    this.gravityMPerS2 = gravityMPerS2;
    this.bias = new double[kinematics.joints];
    this.force = new double[3 * kinematics.joints];
    this.moment = new double[3 * kinematics.joints];
  }

  /** The torques in Nm, [joint], at {@code qd} in rad/s and where the kinematics are. */
  double[] compute(double[] qd) {
    Arrays.fill(omega, 0);
    Arrays.fill(alpha, 0);
    Arrays.fill(acceleration, 0);
    acceleration[2] = gravityMPerS2;
    for (int i = 0; i < bias.length; i++) {
      outward(i, qd[i]);
    }
    Arrays.fill(t1, 0);
    Arrays.fill(t2, 0);
    for (int i = bias.length - 1; i >= 0; i--) {
      inward(i);
    }
    return bias;
  }

  private void outward(int i, double qd) {
    int v = 3 * i;
    if (i > 0) {
      Vec.subtract(kinematics.origin, v, kinematics.origin, v - 3, arm, 0);
      accelerateAt(acceleration, 0);
    }
    Vec.cross(omega, 0, kinematics.axis, v, t1, 0);
    for (int k = 0; k < 3; k++) {
      alpha[k] += t1[k] * qd;
      omega[k] += kinematics.axis[v + k] * qd;
      force[v + k] = acceleration[k];
    }
    Vec.subtract(kinematics.com, v, kinematics.origin, v, arm, 0);
    accelerateAt(force, v);
    for (int k = 0; k < 3; k++) {
      force[v + k] *= mass[i];
    }
    Vec.rotate(kinematics.inertia, 9 * i, omega, 0, t1, 0);
    Vec.cross(omega, 0, t1, 0, moment, v);
    Vec.rotateAdd(kinematics.inertia, 9 * i, alpha, 0, moment, v);
  }

  /** at += alpha x arm + omega x (omega x arm). */
  private void accelerateAt(double[] at, int k) {
    Vec.cross(alpha, 0, arm, 0, t1, 0);
    Vec.add(t1, 0, at, k);
    Vec.cross(omega, 0, arm, 0, t1, 0);
    Vec.cross(omega, 0, t1, 0, t2, 0);
    Vec.add(t2, 0, at, k);
  }

  /** Force in t1 and moment in t2 about the joint's origin, gathered from the tip to the base. */
  private void inward(int i) {
    int v = 3 * i;
    if (i < bias.length - 1) {
      Vec.subtract(kinematics.origin, v + 3, kinematics.origin, v, arm, 0);
      Vec.crossAdd(arm, 0, t1, 0, t2, 0);
    }
    Vec.subtract(kinematics.com, v, kinematics.origin, v, arm, 0);
    Vec.crossAdd(arm, 0, force, v, t2, 0);
    Vec.add(moment, v, t2, 0);
    Vec.add(force, v, t1, 0);
    bias[i] = Vec.dot(kinematics.axis, v, t2, 0);
  }
}
