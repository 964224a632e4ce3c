package dev.tandem.controllers.operational;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.time.HotPath;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The inertia that the tool shows, {@code L = (J M^-1 J')^-1} (Khatib 1987). Where the determinant
 * of what is inverted is below 1e-2, its singular values of less than a hundredth of the largest
 * are left out, as in SERL's franka_sim. Allocates nothing after construction.
 */
final class TaskInertia {
  private static final int ROWS = 6;
  private static final double LEAST_DETERMINANT = 1e-2;
  private static final double LEAST_RATIO = 1e-2;

  private final DMatrixRMaj mass;
  private final DMatrixRMaj inverseMass;
  private final DMatrixRMaj jacobian;
  private final DMatrixRMaj jacobianInverseMass;
  private final DMatrixRMaj mobility = new DMatrixRMaj(ROWS, ROWS);
  private final double[] inertia = new double[ROWS * ROWS];
  private final LinearSolverDense<DMatrixRMaj> cholesky;
  private final SymmetricInverse inverse =
      new SymmetricInverse(ROWS, LEAST_DETERMINANT, LEAST_RATIO);

  TaskInertia(int joints) {
    this.mass = new DMatrixRMaj(joints, joints);
    this.inverseMass = new DMatrixRMaj(joints, joints);
    this.jacobian = new DMatrixRMaj(ROWS, joints);
    this.jacobianInverseMass = new DMatrixRMaj(ROWS, joints);
    this.cholesky = LinearSolverFactory_DDRM.chol(joints);
  }

  /** Of a model that was updated; what is not finite comes out as NaN, for the gate to see. */
  @HotPath
  void update(RobotModel model) {
    model.jacobian(jacobian.data);
    model.massMatrix(mass.data);
    if (cholesky.setA(mass)) {
      cholesky.invert(inverseMass);
    } else {
      CommonOps_DDRM.fill(inverseMass, Double.NaN);
    }
    CommonOps_DDRM.mult(jacobian, inverseMass, jacobianInverseMass);
    CommonOps_DDRM.multTransB(jacobianInverseMass, jacobian, mobility);
    inverse.invert(mobility.data, inertia);
  }

  /** The tool's, [6][joints]; overwritten by {@link #update}. */
  @HotPath
  double[] jacobian() {
    return jacobian.data;
  }

  /**
   * The force at the tool, [6], that accelerates it as {@code wanted}, [6], while joint torques of
   * {@code posture}, [joints], that it has to take back, do what they like.
   */
  @HotPath
  void force(double[] wanted, double[] posture, double[] out) {
    int joints = posture.length;
    for (int row = 0; row < ROWS; row++) {
      out[row] = 0;
    }
    for (int row = 0; row < ROWS; row++) {
      double rest = wanted[row];
      for (int i = 0; i < joints; i++) {
        rest -= jacobianInverseMass.data[joints * row + i] * posture[i];
      }
      for (int k = 0; k < ROWS; k++) {
        out[k] += inertia[ROWS * k + row] * rest;
      }
    }
  }
}
