package dev.tandem.controllers.impedance;

/**
 * How a set point travels: along a line, in m, or turning, in rad. The figures bound the norm, and
 * so every axis.
 *
 * @param maxSpeed per s
 * @param reducedSpeed per s, while a person is near
 * @param maxAcceleration per s2
 * @param maxJerk per s3
 */
public record Travel(double maxSpeed, double reducedSpeed, double maxAcceleration, double maxJerk) {
  /** In which it turns round from its full speed, or comes to rest. */
  public static final double LONGEST_SECONDS = 0.2;

  public Travel {
    boolean speeds = maxSpeed > 0 && reducedSpeed > 0 && reducedSpeed <= maxSpeed;
    if (!speeds || !(maxAcceleration > 0) || !(maxJerk > 0)) {
      throw new IllegalArgumentException(
          "set point: expected 0 < reducedSpeed <= maxSpeed, maxAcceleration and maxJerk > 0, got "
              + reducedSpeed
              + ", "
              + maxSpeed
              + ", "
              + maxAcceleration
              + " and "
              + maxJerk);
    }
    if (!(settlingSeconds(maxSpeed, maxAcceleration, maxJerk) <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(
          "set point: expected to turn round within "
              + LONGEST_SECONDS
              + " s, got "
              + settlingSeconds(maxSpeed, maxAcceleration, maxJerk)
              + " s; raise maxAcceleration or maxJerk");
    }
  }

  /** From full speed one way to full speed the other way, or to rest. */
  private static double settlingSeconds(double speed, double acceleration, double jerk) {
    return 2 * speed / acceleration + 2 * acceleration / jerk;
  }
}
