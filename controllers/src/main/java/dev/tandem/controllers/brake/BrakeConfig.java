package dev.tandem.controllers.brake;

import java.util.List;

/**
 * Settings of {@link JointBrake}.
 *
 * @param decelerationRadPerS2 of each joint while it slows down
 * @param frequencyHz of the spring that holds it: how stiff, for whatever inertia it has
 */
public record BrakeConfig(List<Double> decelerationRadPerS2, double frequencyHz) {
  public BrakeConfig {
    decelerationRadPerS2 = List.copyOf(decelerationRadPerS2);
    for (double deceleration : decelerationRadPerS2) {
      if (!(deceleration > 0)) {
        throw new IllegalArgumentException("deceleration must be > 0 rad/s2, got " + deceleration);
      }
    }
    if (!(frequencyHz > 0)) {
      throw new IllegalArgumentException("frequencyHz must be > 0, got " + frequencyHz);
    }
  }

  /** For a seven-joint arm of Panda class: 10 rad/s2, the acceleration that its drives allow. */
  public static BrakeConfig fr3() {
    return new BrakeConfig(List.of(10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0), 3);
  }
}
