package dev.tandem.controllers.impedance;

import dev.tandem.controllers.model.DampedInverse;
import dev.tandem.runtime.time.HotPath;

/**
 * Draws the joints to a posture with torques that exert no static force at the tool: (I - J' J#')
 * of a joint spring (Khatib 1987, with the kinematic inverse).
 */
final class PosturePull {
  private static final double INVERSE_DAMPING = 0.001;

  private final Posture posture;
  private final DampedInverse damped;
  private final double[] target;
  private final double[] spring;
  private final double[] inverse;
  private final double[] toolForce = new double[6];

  PosturePull(Posture posture, int joints) {
    if (posture.homeRad().length != joints) {
      throw new IllegalArgumentException(
          "posture homeRad must have " + joints + " joints, got " + posture.homeRad().length);
    }
    this.posture = posture;
    this.damped = new DampedInverse(joints, INVERSE_DAMPING);
    this.target = new double[joints];
    this.spring = new double[joints];
    this.inverse = new double[6 * joints];
  }

  /** Pulls nowhere at first. */
  void reset(double[] q) {
    System.arraycopy(q, 0, target, 0, target.length);
  }

  @HotPath
  void advance(double dtSeconds) {
    double step = posture.maxSpeedRadPerS() * dtSeconds;
    for (int i = 0; i < target.length; i++) {
      double missing = posture.homeRad()[i] - target[i];
      target[i] += Math.max(-step, Math.min(step, missing));
    }
  }

  /** Adds its torques in Nm to {@code torque}. */
  @HotPath
  void addTo(double[] torque, double[] q, double[] qd, double[] jacobian) {
    double max = posture.maxErrorRad();
    for (int i = 0; i < target.length; i++) {
      double error = Math.max(-max, Math.min(max, target[i] - q[i]));
      spring[i] = posture.stiffnessNmPerRad() * error - posture.dampingNmsPerRad() * qd[i];
    }
    damped.invert(jacobian, inverse);
    for (int row = 0; row < 6; row++) {
      toolForce[row] = 0;
      for (int i = 0; i < target.length; i++) {
        toolForce[row] += inverse[6 * i + row] * spring[i];
      }
    }
    for (int i = 0; i < target.length; i++) {
      double felt = 0;
      for (int row = 0; row < 6; row++) {
        felt += jacobian[target.length * row + i] * toolForce[row];
      }
      torque[i] += spring[i] - felt;
    }
  }
}
