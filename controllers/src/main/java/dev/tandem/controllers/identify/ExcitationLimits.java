package dev.tandem.controllers.identify;

import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.JointLimits;

/**
 * How far an excitation may go: shares of what the joints may do, by the nominal model, and a box
 * for the tool.
 *
 * @param share of the way to each position limit, and of the speed and torque limits
 * @param maxSpeedRadPerS whatever a joint may do
 * @param maxAccelerationRadPerS2 of a joint
 * @param boxMinMetres of the tool point in base, [3]
 * @param boxMaxMetres of the tool point in base, [3]
 */
public record ExcitationLimits(
    double share,
    double maxSpeedRadPerS,
    double maxAccelerationRadPerS2,
    double[] boxMinMetres,
    double[] boxMaxMetres) {
  private static final double CHECK_SECONDS = 0.02;

  public ExcitationLimits {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be > 0 and <= 1, got " + share);
    }
  }

  /** Whether one period of the full swing keeps to all of it. */
  boolean hold(Excitation excitation, Chain chain) {
    ChainModel model = new ChainModel(chain);
    int joints = model.joints();
    double[] q = new double[joints];
    double[] qd = new double[joints];
    double[] qdd = new double[joints];
    double from = Excitation.RAMP_SECONDS;
    for (double at = 0; at < 1 / excitation.baseHz(); at += CHECK_SECONDS) {
      boolean moves = true;
      for (int i = 0; i < joints && moves; i++) {
        Excitation.Point point = excitation.point(i, from + at);
        q[i] = point.rad();
        qd[i] = point.radPerS();
        qdd[i] = point.radPerS2();
        moves = allow(point, excitation.centreRad()[i], model.limits(i));
      }
      if (!moves || !allow(model, q, qd, qdd)) {
        return false;
      }
    }
    return true;
  }

  private boolean allow(Excitation.Point point, double centreRad, JointLimits joint) {
    double speed = Math.min(share * joint.maxSpeedRadPerS(), maxSpeedRadPerS);
    return point.rad() <= centreRad + share * (joint.maxPositionRad() - centreRad)
        && point.rad() >= centreRad - share * (centreRad - joint.minPositionRad())
        && Math.abs(point.radPerS()) <= speed
        && Math.abs(point.radPerS2()) <= maxAccelerationRadPerS2;
  }

  private boolean allow(ChainModel model, double[] q, double[] qd, double[] qdd) {
    double[] torqueNm = new double[q.length];
    double[] tool = new double[16];
    model.update(q, 0);
    model.inverseDynamics(qd, qdd, torqueNm);
    model.toolInBase(tool);
    boolean allowed = true;
    for (int i = 0; i < q.length; i++) {
      allowed &= Math.abs(torqueNm[i]) <= share * model.limits(i).maxTorqueNm();
    }
    for (int axis = 0; axis < 3; axis++) {
      double at = tool[4 * axis + 3];
      allowed &= at >= boxMinMetres[axis] && at <= boxMaxMetres[axis];
    }
    return allowed;
  }
}
