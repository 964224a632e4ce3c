package dev.tandem.safety.monitor;

import dev.tandem.runtime.time.HotPath;

/**
 * Figures of the protective separation distance, see {@link SeparationMonitor}.
 *
 * @param personMPerS at which a person walks towards the robot
 * @param reactionSeconds from the tracker's exposure to the command
 * @param decelerationMPerS2 of the tool in a controlled stop
 * @param intrusionM that a person can reach before being seen: C
 * @param personUncertaintyM Z_d
 * @param robotUncertaintyM Z_r
 */
public record SeparationConfig(
    double personMPerS,
    double reactionSeconds,
    double decelerationMPerS2,
    double intrusionM,
    double personUncertaintyM,
    double robotUncertaintyM) {
  public SeparationConfig {
    boolean lengths = intrusionM >= 0 && personUncertaintyM >= 0 && robotUncertaintyM >= 0;
    boolean motion = personMPerS >= 0 && reactionSeconds >= 0 && decelerationMPerS2 > 0;
    if (!lengths || !motion) {
      throw new IllegalArgumentException(
          "separation: expected lengths, speed and reaction >= 0 and deceleration > 0, got "
              + personMPerS
              + " m/s, "
              + reactionSeconds
              + " s, "
              + decelerationMPerS2
              + " m/s2");
    }
  }

  /** S_p in m at a tool speed in m/s. */
  @HotPath
  public double protectiveDistanceM(double toolMPerS) {
    double stopSeconds = toolMPerS / decelerationMPerS2;
    double person = personMPerS * (reactionSeconds + stopSeconds);
    double robot = toolMPerS * reactionSeconds + 0.5 * toolMPerS * stopSeconds;
    double unknown = personUncertaintyM + robotUncertaintyM;
    return person + robot + intrusionM + unknown;
  }

  /** A person at the 1.6 m/s of ISO 13855, a tracker of 10 Hz. */
  public static SeparationConfig technicalSpecification() {
    return new SeparationConfig(1.6, 0.1, 5, 0.1, 0.05, 0.01);
  }
}
