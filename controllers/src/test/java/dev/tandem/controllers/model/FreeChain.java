package dev.tandem.controllers.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A chain that falls and is driven by torques, without friction; integrated by Runge-Kutta. */
public final class FreeChain {
  private final ChainModel model;
  private final int joints;
  private final DMatrixRMaj mass;
  public final double[] q;
  public final double[] qd;

  public FreeChain(ChainModel model, double[] q, double[] qd) {
    this.model = model;
    this.joints = model.joints();
    this.mass = new DMatrixRMaj(joints, joints);
    this.q = q.clone();
    this.qd = qd.clone();
  }

  public double energyJ() {
    model.update(q, 0);
    model.massMatrix(mass.data);
    double kinetic = 0;
    for (int i = 0; i < joints * joints; i++) {
      kinetic += 0.5 * qd[i / joints] * mass.data[i] * qd[i % joints];
    }
    return kinetic + model.potentialEnergyJ();
  }

  /** Advances by {@code dt} seconds under constant torques in Nm. */
  public void step(double[] torqueNm, double dt) {
    double[] a1 = acceleration(q, qd, torqueNm);
    double[] v2 = plus(qd, a1, dt / 2);
    double[] a2 = acceleration(plus(q, qd, dt / 2), v2, torqueNm);
    double[] v3 = plus(qd, a2, dt / 2);
    double[] a3 = acceleration(plus(q, v2, dt / 2), v3, torqueNm);
    double[] v4 = plus(qd, a3, dt);
    double[] a4 = acceleration(plus(q, v3, dt), v4, torqueNm);
    for (int i = 0; i < joints; i++) {
      q[i] += dt / 6 * (qd[i] + 2 * v2[i] + 2 * v3[i] + v4[i]);
      qd[i] += dt / 6 * (a1[i] + 2 * a2[i] + 2 * a3[i] + a4[i]);
    }
  }

  private double[] acceleration(double[] at, double[] speed, double[] torqueNm) {
    DMatrixRMaj right = new DMatrixRMaj(joints, 1);
    DMatrixRMaj out = new DMatrixRMaj(joints, 1);
    model.update(at, 0);
    model.massMatrix(mass.data);
    model.biasTorque(speed, 0, right.data);
    for (int i = 0; i < joints; i++) {
      right.data[i] = torqueNm[i] - right.data[i];
    }
    CommonOps_DDRM.solve(mass, right, out);
    return out.data;
  }

  private static double[] plus(double[] a, double[] b, double factor) {
    double[] sum = a.clone();
    for (int i = 0; i < a.length; i++) {
      sum[i] += factor * b[i];
    }
    return sum;
  }
}
