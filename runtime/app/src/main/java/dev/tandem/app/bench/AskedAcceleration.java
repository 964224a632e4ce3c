package dev.tandem.app.bench;

import dev.tandem.app.robot.JointFigures;
import dev.tandem.runtime.model.RobotModel;

/**
 * Which accelerations torques ask of the joints, by the model and an elimination of its own. The
 * arm's own are others: friction, which no model here has, brakes a joint on top of that.
 */
final class AskedAcceleration {
  /** Of a limit that is met exactly. */
  private static final double ROUNDING = 1e-6;

  private final RobotModel model;
  private final JointFigures limits;
  private final LimitTable.Row judged;
  private final LimitTable.Row givingWay;
  private final int joints;
  private final double[] bias;

  /** Mass matrix with what it is solved for beside it, [joint][joint + 1]. */
  private final double[][] equations;

  AskedAcceleration(RobotModel model, JointFigures limits, LimitTable table) {
    this.model = model;
    this.limits = limits;
    this.joints = model.joints();
    this.bias = new double[joints];
    this.equations = new double[joints][joints + 1];
    this.judged = table.add("asked_acceleration_ratio", 1);
    this.givingWay = table.show("asked_acceleration_ratio_where_limits_give_way", 1);
  }

  /**
   * At the model's present posture.
   *
   * @param qd where joint speeds begin in {@code seen}
   * @param isJudged whether it has to be kept here
   */
  void check(double[] seen, int qd, double[] torqueNm, boolean isJudged) {
    double[] mass = new double[joints * joints];
    model.massMatrix(mass);
    model.biasTorque(seen, qd, bias);
    for (int i = 0; i < joints; i++) {
      System.arraycopy(mass, joints * i, equations[i], 0, joints);
      equations[i][joints] = torqueNm[i] - bias[i];
    }
    solve();
    double ratio = 0;
    for (int i = 0; i < joints; i++) {
      double most = limits.maxAccelerationRadPerS2().get(i);
      ratio = Math.max(ratio, Math.abs(equations[i][joints]) / most);
    }
    (isJudged ? judged : givingWay).saw(ratio * (1 - ROUNDING));
  }

  /** By Gauss and Jordan; a mass matrix needs no pivots. */
  private void solve() {
    for (int pivot = 0; pivot < joints; pivot++) {
      double[] by = equations[pivot];
      double inverse = 1 / by[pivot];
      for (int k = pivot; k <= joints; k++) {
        by[k] *= inverse;
      }
      for (int i = 0; i < joints; i++) {
        double factor = equations[i][pivot];
        for (int k = pivot; i != pivot && k <= joints; k++) {
          equations[i][k] -= factor * by[k];
        }
      }
    }
  }
}
