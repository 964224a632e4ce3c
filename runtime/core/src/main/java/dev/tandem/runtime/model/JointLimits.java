package dev.tandem.runtime.model;

/** What a joint may do; speed and torque hold in both directions. */
public record JointLimits(
    double minPositionRad, double maxPositionRad, double maxSpeedRadPerS, double maxTorqueNm) {
  public JointLimits {
    if (!(minPositionRad < maxPositionRad)) {
      throw new IllegalArgumentException(
          "minPositionRad must be < maxPositionRad, got " + minPositionRad + ", " + maxPositionRad);
    }
    if (!(maxSpeedRadPerS > 0) || !(maxTorqueNm > 0)) {
      throw new IllegalArgumentException(
          "speed and torque limits must be > 0, got " + maxSpeedRadPerS + ", " + maxTorqueNm);
    }
  }
}
