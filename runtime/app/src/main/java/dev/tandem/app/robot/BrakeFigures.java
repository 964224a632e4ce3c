package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.controllers.brake.BrakeConfig;
import java.util.List;

/**
 * A controlled stop.
 *
 * @param decelerationRadPerS2 of each joint while it slows down
 * @param holdHz of the spring that then holds it
 */
public record BrakeFigures(List<Double> decelerationRadPerS2, double holdHz) {
  private static final double LEAST = 0.5;

  public BrakeFigures {
    Check.perJoint("brake.deceleration_rad_per_s2", decelerationRadPerS2, RobotFile.JOINTS, LEAST);
    Bound.within(
        "brake.hold_hz",
        holdHz,
        0.5,
        10,
        "a softer spring lets the arm sink, a stiffer one rings at 1 kHz with a limited torque rate");
  }

  BrakeConfig config() {
    return new BrakeConfig(decelerationRadPerS2, holdHz);
  }
}
