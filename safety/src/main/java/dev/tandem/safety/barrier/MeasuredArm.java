package dev.tandem.safety.barrier;

import dev.tandem.runtime.model.RobotModel;
import dev.tandem.runtime.model.SharedModel;

/**
 * What monitors, filters and controllers calculate from measured joint positions: once a tick for
 * all who hold the same one. One thread.
 *
 * @param model where the arm is, and its dynamics
 * @param tool singular values of its Jacobian
 */
public record MeasuredArm(RobotModel model, SingularValues tool) {
  /** Around a model that nobody else asks. */
  public static MeasuredArm of(RobotModel own) {
    return new MeasuredArm(new SharedModel(own), new SingularValues(own.joints()));
  }
}
