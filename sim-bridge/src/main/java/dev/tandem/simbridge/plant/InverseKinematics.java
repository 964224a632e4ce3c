package dev.tandem.simbridge.plant;

/**
 * Damped least squares (Wampler 1986) for a tool pose; used to place the arm before an episode, not
 * to control it.
 */
final class InverseKinematics {
  private static final double DAMPING = 1e-4;
  private static final int MAX_ITERATIONS = 200;

  private final ChainKinematics kinematics;
  private final SymmetricSolver normal = new SymmetricSolver(6);
  private final double[] jacobian;
  private final double[] error = new double[6];
  private final double[] column = new double[3];
  private final double[] arm = new double[3];

  InverseKinematics(ChainKinematics kinematics) {
    this.kinematics = kinematics;
    this.jacobian = new double[6 * kinematics.joints];
  }

  /**
   * Moves {@code q} until the tool is at {@code position} with its z axis straight down and its x
   * axis along the world's; true when within a tenth of a millimetre.
   */
  boolean solve(double[] q, double[] position) {
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      kinematics.update(q);
      if (poseError(position) < 1e-4) {
        return true;
      }
      computeJacobian();
      step(q);
    }
    return false;
  }

  private double poseError(double[] position) {
    double[] r = kinematics.toolRotation;
    for (int k = 0; k < 3; k++) {
      error[k] = position[k] - kinematics.tool[k];
      error[3 + k] = 0;
    }
    // Half the sum of cross products of present and wanted axes: x -> x, y -> -y, z -> -z.
    addAxisError(r, 0, 0, 1);
    addAxisError(r, 1, 1, -1);
    addAxisError(r, 2, 2, -1);
    double square = 0;
    for (double e : error) {
      square += e * e;
    }
    return Math.sqrt(square);
  }

  private void addAxisError(double[] r, int axis, int along, double sign) {
    for (int k = 0; k < 3; k++) {
      column[k] = r[3 * k + axis];
      arm[k] = k == along ? sign : 0;
    }
    Vec.cross(column, 0, arm, 0, column, 0);
    for (int k = 0; k < 3; k++) {
      error[3 + k] += 0.5 * column[k];
    }
  }

  private void computeJacobian() {
    int n = kinematics.joints;
    for (int i = 0; i < n; i++) {
      Vec.subtract(kinematics.tool, 0, kinematics.origin, 3 * i, arm, 0);
      Vec.cross(kinematics.axis, 3 * i, arm, 0, column, 0);
      for (int k = 0; k < 3; k++) {
        jacobian[k * n + i] = column[k];
        jacobian[(3 + k) * n + i] = kinematics.axis[3 * i + k];
      }
    }
  }

  /** q += J^T (J J^T + lambda I)^-1 e. */
  private void step(double[] q) {
    int n = kinematics.joints;
    for (int row = 0; row < 6; row++) {
      for (int other = 0; other < 6; other++) {
        double sum = row == other ? DAMPING : 0;
        for (int i = 0; i < n; i++) {
          sum += jacobian[row * n + i] * jacobian[other * n + i];
        }
        normal.matrix[6 * row + other] = sum;
      }
      normal.x[row] = error[row];
    }
    normal.solve();
    for (int i = 0; i < n; i++) {
      for (int row = 0; row < 6; row++) {
        q[i] += jacobian[row * n + i] * normal.x[row];
      }
    }
  }
}
