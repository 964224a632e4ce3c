package dev.tandem.simbridge.plant;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;

/**
 * Forward dynamics of a serial chain in world axes: {@link ChainBias} and {@link CompositeMass},
 * solved by Cholesky. Joint damping is integrated implicitly.
 */
final class ChainDynamics {
  private static final double GRAVITY_M_PER_S2 = 9.81;

  final ChainKinematics kinematics;
  private final int joints;
  private final double[] damping;
  private final ChainBias bias;
  private final CompositeMass mass;
  private final SymmetricSolver solver;

  /** On Earth. */
  ChainDynamics(Chain chain) {
    this(chain, 1);
  }

  /**
   * @param gravityScale 1 on Earth
   */
  ChainDynamics(Chain chain, double gravityScale) {
    this.kinematics = new ChainKinematics(chain);
    this.joints = kinematics.joints;
    this.damping = chain.joints().stream().mapToDouble(Joint::dampingNmsPerRad).toArray();
    double[] massKg = chain.joints().stream().mapToDouble(Joint::massKg).toArray();
    double[] armatureKgM2 = chain.joints().stream().mapToDouble(Joint::armatureKgM2).toArray();
    this.bias = new ChainBias(kinematics, massKg, gravityScale * GRAVITY_M_PER_S2);
    this.mass = new CompositeMass(kinematics, massKg, armatureKgM2);
    this.solver = new SymmetricSolver(joints);
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
    double[] biasNm = computeBias(qd);
    computeMassMatrix();
    for (int i = 0; i < joints; i++) {
      solver.x[i] = torque[i] - biasNm[i] - damping[i] * qd[i];
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
    return bias.compute(qd);
  }

  /** Joint-space mass matrix with armature, in kg m2. */
  void computeMassMatrix() {
    mass.compute(solver.matrix);
  }
}
