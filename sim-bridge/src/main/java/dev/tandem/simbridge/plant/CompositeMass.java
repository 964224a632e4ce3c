package dev.tandem.simbridge.plant;

import java.util.Arrays;

/**
 * The mass matrix of a chain by composite bodies, gathered from the tip to the base in world axes
 * (Featherstone, Rigid Body Dynamics Algorithms, 2008, chapter 6).
 */
final class CompositeMass {
  private final ChainKinematics kinematics;
  private final int joints;
  private final double[] mass;
  private final double[] armature;
  private final double[] compositeCom = new double[3];
  private final double[] compositeInertia = new double[9];
  private final double[] arm = new double[3];
  private final double[] t1 = new double[3];
  private final double[] t2 = new double[3];

  /**
   * @param mass in kg, [joint]
   * @param armature of the drives in kg m2, [joint]
   */
  CompositeMass(ChainKinematics kinematics, double[] mass, double[] armature) {
    this.kinematics = kinematics;
    this.joints = kinematics.joints;
    this.mass = mass;
    this.armature = armature;
  }

  /** Joint-space mass matrix with armature where the kinematics are, in kg m2, [joint][joint]. */
  void compute(double[] matrix) {
    double compositeMass = 0;
    Arrays.fill(compositeCom, 0);
    Arrays.fill(compositeInertia, 0);
    for (int i = joints - 1; i >= 0; i--) {
      compositeMass = join(i, compositeMass);
      column(i, compositeMass, matrix);
      matrix[i * joints + i] += armature[i];
    }
  }

  private double join(int i, double before) {
    int v = 3 * i;
    double total = before + mass[i];
    for (int k = 0; k < 3; k++) {
      t1[k] = (before * compositeCom[k] + mass[i] * kinematics.com[v + k]) / total;
    }
    Vec.subtract(compositeCom, 0, t1, 0, arm, 0);
    addPointMass(before);
    Vec.subtract(kinematics.com, v, t1, 0, arm, 0);
    addPointMass(mass[i]);
    for (int k = 0; k < 9; k++) {
      compositeInertia[k] += kinematics.inertia[9 * i + k];
    }
    System.arraycopy(t1, 0, compositeCom, 0, 3);
    return total;
  }

  /** Steiner: the inertia of a point mass at {@code arm}. */
  private void addPointMass(double kg) {
    double square = Vec.dot(arm, 0, arm, 0);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        compositeInertia[3 * row + column] -= kg * arm[row] * arm[column];
      }
      compositeInertia[4 * row] += kg * square;
    }
  }

  /** Momentum of the composite body for unit speed of joint i, seen by every joint before it. */
  private void column(int i, double compositeMass, double[] matrix) {
    int v = 3 * i;
    Vec.subtract(compositeCom, 0, kinematics.origin, v, arm, 0);
    Vec.cross(kinematics.axis, v, arm, 0, t1, 0);
    for (int k = 0; k < 3; k++) {
      t1[k] *= compositeMass;
    }
    for (int j = i; j >= 0; j--) {
      Vec.rotate(compositeInertia, 0, kinematics.axis, v, t2, 0);
      Vec.subtract(compositeCom, 0, kinematics.origin, 3 * j, arm, 0);
      Vec.crossAdd(arm, 0, t1, 0, t2, 0);
      double inertia = Vec.dot(kinematics.axis, 3 * j, t2, 0);
      matrix[i * joints + j] = inertia;
      matrix[j * joints + i] = inertia;
    }
  }
}
