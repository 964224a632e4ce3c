package dev.tandem.app.bench;

import dev.tandem.app.robot.JointFigures;
import dev.tandem.runtime.model.RobotModel;

/**
 * Which accelerations torques ask of the joints, by the model and an elimination of its own. The
 * arm's own are others: friction, which no model here has, brakes a joint on top of that.
 *
 * <p>Where a limit gives way they may be anything. From there they come back no faster than torques
 * may change, but they have to: joint by joint less is asked in every tick than in the one before,
 * and for no longer than the drives need for all their torque.
 */
final class AskedAcceleration {
  /** Of a limit that is met exactly. */
  private static final double ROUNDING = 1e-6;

  private final RobotModel model;
  private final JointFigures limits;
  private final LimitTable.Row judged;
  private final LimitTable.Row givingWay;
  private final int joints;
  private final int mostTicksBack;
  private final double[] bias;
  private final double[] ratios;
  private int ticksLeft;

  /** Mass matrix with what it is solved for beside it, [joint][joint + 1]. */
  private final double[][] equations;

  /**
   * @param torqueStepNm the most that a torque may change in one tick
   */
  AskedAcceleration(RobotModel model, JointFigures limits, double torqueStepNm, LimitTable table) {
    this.model = model;
    this.limits = limits;
    this.joints = model.joints();
    this.mostTicksBack = ticksOfAllTorque(model, torqueStepNm);
    this.bias = new double[joints];
    this.ratios = new double[joints];
    this.equations = new double[joints][joints + 1];
    this.judged = table.add("asked_acceleration_ratio", 1);
    this.givingWay = table.show("asked_acceleration_ratio_where_limits_give_way", 1);
  }

  private static int ticksOfAllTorque(RobotModel model, double torqueStepNm) {
    double most = 0;
    for (int i = 0; i < model.joints(); i++) {
      most = Math.max(most, 2 * model.limits(i).maxTorqueNm());
    }
    return (int) Math.ceil(most / torqueStepNm);
  }

  /** What was asked before the next tick says nothing of it. */
  void lose() {
    ticksLeft = 0;
  }

  /**
   * At the model's present posture.
   *
   * @param qd where joint speeds begin in {@code seen}
   * @param givesWay whether it need not be kept here
   */
  void check(double[] seen, int qd, double[] torqueNm, boolean givesWay) {
    double[] mass = new double[joints * joints];
    model.massMatrix(mass);
    model.biasTorque(seen, qd, bias);
    for (int i = 0; i < joints; i++) {
      System.arraycopy(mass, joints * i, equations[i], 0, joints);
      equations[i][joints] = torqueNm[i] - bias[i];
    }
    solve();
    double worst = 0;
    boolean falls = true;
    for (int i = 0; i < joints; i++) {
      double most = limits.maxAccelerationRadPerS2().get(i);
      double ratio = Math.abs(equations[i][joints]) / most * (1 - ROUNDING);
      falls &= ratio <= 1 || ratio < ratios[i];
      worst = Math.max(worst, ratio);
      ratios[i] = ratio;
    }
    boolean comesBack = worst > 1 && falls && ticksLeft > 0;
    ticksLeft = givesWay ? mostTicksBack : comesBack ? ticksLeft - 1 : 0;
    (givesWay || comesBack ? givingWay : judged).saw(worst);
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
