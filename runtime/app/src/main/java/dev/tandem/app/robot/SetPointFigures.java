package dev.tandem.app.robot;

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
  private static final double PERIOD_S = 1e-3;

  public SetPointFigures {
    travels(new Way("m", maxSpeedMPerS, maxAccelerationMPerS2, maxJerkMPerS3), 1.7, 20);
    travels(new Way("rad", maxSpeedRadPerS, maxAccelerationRadPerS2, maxJerkRadPerS3), 2.5, 40);
  }

  /** Along a line or turning. */
  private record Way(String unit, double speed, double acceleration, double jerk) {
    String key(String what, String per) {
      return "set_point.max_" + what + "_" + unit + "_" + per;
    }
  }

  private static void travels(Way way, double mostSpeed, double mostAcceleration) {
    String panda = "a Franka Panda's limit is the most; below a thousandth it stands";
    Bound.within(way.key("speed", "per_s"), way.speed, 1e-3, mostSpeed, panda);
    double least = 2 * way.speed / Travel.LONGEST_SECONDS;
    Bound.within(
        way.key("acceleration", "per_s2"),
        way.acceleration,
        1.02 * least,
        mostAcceleration,
        "it must turn round from its speed within "
            + Travel.LONGEST_SECONDS
            + " s, and twice a Franka FR3's is the most");
    double left = Travel.LONGEST_SECONDS - 2 * way.speed / way.acceleration;
    Bound.within(
        way.key("jerk", "per_s3"),
        way.jerk,
        2 * way.acceleration / left,
        way.acceleration / PERIOD_S,
        "it must turn round within "
            + Travel.LONGEST_SECONDS
            + " s; with more than its acceleration in one tick of 1 ms it would limit nothing");
  }

  Travel line(double reducedMPerS) {
    return new Travel(maxSpeedMPerS, reducedMPerS, maxAccelerationMPerS2, maxJerkMPerS3);
  }

  Travel rotation(double reducedRadPerS) {
    return new Travel(maxSpeedRadPerS, reducedRadPerS, maxAccelerationRadPerS2, maxJerkRadPerS3);
  }
}
