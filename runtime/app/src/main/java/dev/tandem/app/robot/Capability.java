package dev.tandem.app.robot;

import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.model.RobotModel;
import java.util.Arrays;

/**
 * What an arm can do by its masses, lengths and drives, whatever a file says of it; over postures
 * that are spread evenly within its position limits. One number a joint.
 *
 * @param reserveNm what its drive has left where gravity pulls hardest; negative where it cannot
 *     hold the arm
 * @param brakingRadPerS2 that this reserve is worth in the worst posture
 * @param accelerationRadPerS2 that its whole torque is worth in the best one
 * @param leverMetres from its axis to the tool at the most
 */
record Capability(
    double[] reserveNm,
    double[] brakingRadPerS2,
    double[] accelerationRadPerS2,
    double[] leverMetres) {
  private static final int POSTURES = 256;

  /** Roberts' sequence: the root of x^8 = x + 1, whose powers spread points in seven dimensions. */
  private static final double SPREAD = 1.0969815577985598;

  static Capability of(Chain chain) {
    int joints = chain.joints().size();
    double[] any = new double[joints];
    Arrays.fill(any, Double.POSITIVE_INFINITY);
    Capability found = new Capability(any, any.clone(), new double[joints], levers(chain));
    RobotModel model = new ChainModel(chain);
    for (int k = 1; k <= POSTURES; k++) {
      found.look(model, posture(chain, k));
    }
    return found;
  }

  private static double[] posture(Chain chain, int number) {
    double[] q = new double[chain.joints().size()];
    for (int i = 0; i < q.length; i++) {
      JointLimits limits = chain.joints().get(i).limits();
      double share = (0.5 + number * Math.pow(SPREAD, -1 - i)) % 1;
      q[i] = limits.minPositionRad() + share * (limits.maxPositionRad() - limits.minPositionRad());
    }
    return q;
  }

  private void look(RobotModel model, double[] q) {
    double[] mass = new double[q.length * q.length];
    double[] gravity = new double[q.length];
    model.update(q, 0);
    model.massMatrix(mass);
    model.biasTorque(new double[q.length], 0, gravity);
    for (int i = 0; i < q.length; i++) {
      double most = model.limits(i).maxTorqueNm();
      double inertia = mass[q.length * i + i];
      double left = most - Math.abs(gravity[i]);
      reserveNm[i] = Math.min(reserveNm[i], left);
      brakingRadPerS2[i] = Math.min(brakingRadPerS2[i], left / inertia);
      accelerationRadPerS2[i] = Math.max(accelerationRadPerS2[i], most / inertia);
    }
  }

  private static double[] levers(Chain chain) {
    double[] levers = new double[chain.joints().size()];
    double[] tool = chain.toolInLast();
    double lever = Math.hypot(Math.hypot(tool[3], tool[7]), tool[11]);
    for (int i = levers.length - 1; i >= 0; i--) {
      levers[i] = lever;
      Joint joint = chain.joints().get(i);
      double[] origin = joint.originInParent();
      lever += Math.hypot(Math.hypot(origin[0], origin[1]), origin[2]);
    }
    return levers;
  }

  /** From the base frame's origin at the most. */
  double reachMetres(Chain chain) {
    double[] base = chain.joints().get(0).originInParent();
    return leverMetres[0] + Math.hypot(Math.hypot(base[0], base[1]), base[2]);
  }

  /** The tool's at the most, with every joint at its limit of speed. */
  double toolMPerS(Chain chain) {
    double sum = 0;
    for (int i = 0; i < leverMetres.length; i++) {
      sum += leverMetres[i] * chain.joints().get(i).limits().maxSpeedRadPerS();
    }
    return sum;
  }
}
