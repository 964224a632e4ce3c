package dev.tandem.app.robot;

import dev.tandem.safety.monitor.SeparationConfig;

/**
 * The protective distance to people (ISO/TS 15066:2016, 5.5.4).
 *
 * @param personMPerS at which a person walks towards the robot
 * @param reactionS from the tracker's exposure to the command
 * @param brakingMPerS2 of the tool in a controlled stop
 * @param intrusionMetres that a person can reach before being seen
 * @param personUncertaintyMetres of the tracker
 * @param robotUncertaintyMetres of the arm
 */
public record SeparationFigures(
    double personMPerS,
    double reactionS,
    double brakingMPerS2,
    double intrusionMetres,
    double personUncertaintyMetres,
    double robotUncertaintyMetres) {
  public SeparationFigures {
    within(
        "person_m_per_s",
        personMPerS,
        1.6,
        10,
        "ISO 13855 has people walk at 1.6 m/s, and nobody runs faster than 10");
    within(
        "reaction_s",
        reactionS,
        0.005,
        2,
        "from exposure to command no tracker takes less than some ticks; one that takes seconds"
            + " guards nobody");
    within(
        "braking_m_per_s2",
        brakingMPerS2,
        0.1,
        50,
        "no arm stops its tool at five times gravity; below 0.1 it takes half a minute");
    within(
        "intrusion_metres",
        intrusionMetres,
        0,
        2,
        "C of ISO 13855; 0.85 m is a whole arm's length");
    within(
        "person_uncertainty_metres",
        personUncertaintyMetres,
        0.01,
        1,
        "no tracker knows better than a centimetre where a person is");
    within(
        "robot_uncertainty_metres",
        robotUncertaintyMetres,
        0.001,
        0.5,
        "no arm knows better than a millimetre where it is");
  }

  private static void within(String key, double value, double least, double most, String why) {
    Bound.within("monitors.separation." + key, value, least, most, why);
  }

  /** The distance below which a tool of this speed is stopped. */
  double protectiveMetres(double toolMPerS) {
    return config().protectiveDistanceM(toolMPerS);
  }

  SeparationConfig config() {
    return new SeparationConfig(
        personMPerS,
        reactionS,
        brakingMPerS2,
        intrusionMetres,
        personUncertaintyMetres,
        robotUncertaintyMetres);
  }
}
