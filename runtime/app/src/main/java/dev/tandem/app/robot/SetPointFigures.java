package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.controllers.impedance.Travel;

/**
 * How the set point may travel, whatever actions ask for; of the norm, and so along every axis.
 *
 * @param maxSpeedMPerS along a line
 * @param maxAccelerationMPerS2 along a line
 * @param maxJerkMPerS3 along a line
 * @param maxSpeedRadPerS turning
 * @param maxAccelerationRadPerS2 turning
 * @param maxJerkRadPerS3 turning
 */
public record SetPointFigures(
    double maxSpeedMPerS,
    double maxAccelerationMPerS2,
    double maxJerkMPerS3,
    double maxSpeedRadPerS,
    double maxAccelerationRadPerS2,
    double maxJerkRadPerS3) {
  public SetPointFigures {
    Check.above("set_point.max_speed_m_per_s", maxSpeedMPerS, 0);
    Check.above("set_point.max_acceleration_m_per_s2", maxAccelerationMPerS2, 0);
    Check.above("set_point.max_jerk_m_per_s3", maxJerkMPerS3, 0);
    Check.above("set_point.max_speed_rad_per_s", maxSpeedRadPerS, 0);
    Check.above("set_point.max_acceleration_rad_per_s2", maxAccelerationRadPerS2, 0);
    Check.above("set_point.max_jerk_rad_per_s3", maxJerkRadPerS3, 0);
  }

  Travel line(double reducedMPerS) {
    return new Travel(maxSpeedMPerS, reducedMPerS, maxAccelerationMPerS2, maxJerkMPerS3);
  }

  Travel rotation(double reducedRadPerS) {
    return new Travel(maxSpeedRadPerS, reducedRadPerS, maxAccelerationRadPerS2, maxJerkRadPerS3);
  }
}
