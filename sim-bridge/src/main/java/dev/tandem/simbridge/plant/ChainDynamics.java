package dev.tandem.simbridge.plant;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.util.Arrays;

/**
 * Forward dynamics of a serial chain in world axes: bias by recursive Newton-Euler, mass matrix by
 * composite bodies (Featherstone, Rigid Body Dynamics Algorithms, 2008, chapters 5 and 6), solved
 * by Cholesky. Joint damping is integrated implicitly.
 */
final class ChainDynamics {
  private static final double GRAVITY_M_PER_S2 = 9.81;

  final ChainKinematics kinematics;
  private final int joints;
  private final double[] mass;
  private final double[] armature;
  private final double[] damping;
  private final double[] bias;
  private final SymmetricSolver solver;
  private final double[] force;
  private final double[] moment;

  // Running values of the outward pass, world axes.
  private final double[] omega = new double[3];
  private final double[] alpha = new double[3];
  private final double[] acceleration = new double[3];
  private final double[] arm = new double[3];
  private final double[] t1 = new double[3];
  private final double[] t2 = new double[3];

  // The composite body of the inward pass.
  private final double[] compositeCom = new double[3];
  private final double[] compositeInertia = new double[9];

  ChainDynamics(Chain chain) {
    this.kinematics = new ChainKinematics(chain);
    this.joints = kinematics.joints;
    this.mass = chain.joints().stream().mapToDouble(Joint::massKg).toArray();
    this.armature = chain.joints().stream().mapToDouble(Joint::armatureKgM2).toArray();
    this.damping = chain.joints().stream().mapToDouble(Joint::dampingNmsPerRad).toArray();
    this.bias = new double[joints];
    this.solver = new SymmetricSolver(joints);
    this.force = new double[3 * joints];
    this.moment = new double[3 * joints];
  }

  /** The mass matrix at the last {@link #computeMassMatrix}, [joint][joint]; the solver's own. */
  double[] massMatrix() {
    return solver.matrix;
  }

  /**
   * One semi-implicit Euler step of q in rad and qd in rad/s under {@code torque} in Nm. The
   * kinematics must be those of {@code q}; they are not updated.
   */
  void step(double[] q, double[] qd, double[] torque, double dt) {
    computeBias(qd);
    computeMassMatrix();
    for (int i = 0; i < joints; i++) {
      solver.x[i] = torque[i] - bias[i] - damping[i] * qd[i];
      solver.matrix[i * joints + i] += dt * damping[i];
    }
    solver.solve();
    for (int i = 0; i < joints; i++) {
      qd[i] += dt * solver.x[i];
      q[i] += dt * qd[i];
    }
  }

  /** Coriolis, centrifugal and gravity torques in Nm. */
  double[] computeBias(double[] qd) {
    Arrays.fill(omega, 0);
    Arrays.fill(alpha, 0);
    Arrays.fill(acceleration, 0);
    acceleration[2] = GRAVITY_M_PER_S2;
    for (int i = 0; i < joints; i++) {
      outward(i, qd[i]);
    }
    Arrays.fill(t1, 0);
    Arrays.fill(t2, 0);
    for (int i = joints - 1; i >= 0; i--) {
      inward(i);
    }
    return bias;
  }

  private void outward(int i, double qd) {
    int v = 3 * i;
    if (i > 0) {
      Vec.subtract(kinematics.origin, v, kinematics.origin, v - 3, arm, 0);
      accelerate(acceleration);
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

  private void accelerate(double[] at) {
    accelerateAt(at, 0);
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
    if (i < joints - 1) {
      Vec.subtract(kinematics.origin, v + 3, kinematics.origin, v, arm, 0);
      addCross(t1, 0);
    }
    Vec.subtract(kinematics.com, v, kinematics.origin, v, arm, 0);
    addCross(force, v);
    Vec.add(moment, v, t2, 0);
    Vec.add(force, v, t1, 0);
    bias[i] = Vec.dot(kinematics.axis, v, t2, 0);
  }

  /** t2 += arm x f. */
  private void addCross(double[] f, int k) {
    t2[0] += arm[1] * f[k + 2] - arm[2] * f[k + 1];
    t2[1] += arm[2] * f[k] - arm[0] * f[k + 2];
    t2[2] += arm[0] * f[k + 1] - arm[1] * f[k];
  }

  /** Joint-space mass matrix with armature, in kg m2. */
  void computeMassMatrix() {
    double compositeMass = 0;
    Arrays.fill(compositeCom, 0);
    Arrays.fill(compositeInertia, 0);
    for (int i = joints - 1; i >= 0; i--) {
      compositeMass = join(i, compositeMass);
      column(i, compositeMass);
      solver.matrix[i * joints + i] += armature[i];
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
  private void column(int i, double compositeMass) {
    int v = 3 * i;
    Vec.subtract(compositeCom, 0, kinematics.origin, v, arm, 0);
    Vec.cross(kinematics.axis, v, arm, 0, t1, 0);
    for (int k = 0; k < 3; k++) {
      t1[k] *= compositeMass;
    }
    for (int j = i; j >= 0; j--) {
      Vec.rotate(compositeInertia, 0, kinematics.axis, v, t2, 0);
      Vec.subtract(compositeCom, 0, kinematics.origin, 3 * j, arm, 0);
      addCross(t1, 0);
      double inertia = Vec.dot(kinematics.axis, 3 * j, t2, 0);
      solver.matrix[i * joints + j] = inertia;
      solver.matrix[j * joints + i] = inertia;
    }
  }
}
