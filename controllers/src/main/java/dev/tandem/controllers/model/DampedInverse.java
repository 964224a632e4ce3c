package dev.tandem.controllers.model;

import dev.tandem.runtime.time.HotPath;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The damped pseudo-inverse J'(J J' + damping^2 I)^-1 of a Jacobian (Nakamura and Hanafusa 1986),
 * which stays bounded by 1 / (2 damping) at singular postures. Allocates nothing after
 * construction.
 */
public final class DampedInverse {
  private static final int ROWS = 6;

  private final double dampingSquared;
  private final DMatrixRMaj jacobian;
  private final DMatrixRMaj normal = new DMatrixRMaj(ROWS, ROWS);
  private final DMatrixRMaj normalInverse = new DMatrixRMaj(ROWS, ROWS);
  private final DMatrixRMaj inverse;
  private final LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(ROWS);

  /**
   * @param damping as a singular value, in units of the Jacobian; below it motion fades out
   */
  public DampedInverse(int joints, double damping) {
    if (joints < 1 || !(damping > 0)) {
      throw new IllegalArgumentException(
          "joints must be >= 1 and damping > 0, got " + joints + " and " + damping);
    }
    this.dampingSquared = damping * damping;
    this.jacobian = new DMatrixRMaj(ROWS, joints);
    this.inverse = new DMatrixRMaj(joints, ROWS);
  }

  /**
   * Inverts {@code source}, [6][joints], into {@code out}, [joints][6]. What is not finite comes
   * out as NaN, for the gate to see.
   */
  @HotPath
  public void invert(double[] source, double[] out) {
    System.arraycopy(source, 0, jacobian.data, 0, jacobian.data.length);
    CommonOps_DDRM.multOuter(jacobian, normal);
    for (int i = 0; i < ROWS; i++) {
      normal.data[i * (ROWS + 1)] += dampingSquared;
    }
    if (cholesky.setA(normal)) {
      cholesky.invert(normalInverse);
      CommonOps_DDRM.multTransA(jacobian, normalInverse, inverse);
    } else {
      CommonOps_DDRM.fill(inverse, Double.NaN);
    }
    System.arraycopy(inverse.data, 0, out, 0, inverse.data.length);
  }
}
