package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
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
    Check.atLeast("monitors.separation.person_m_per_s", personMPerS, 0);
    Check.atLeast("monitors.separation.reaction_s", reactionS, 0);
    Check.above("monitors.separation.braking_m_per_s2", brakingMPerS2, 0);
    Check.atLeast("monitors.separation.intrusion_metres", intrusionMetres, 0);
    Check.atLeast("monitors.separation.person_uncertainty_metres", personUncertaintyMetres, 0);
    Check.atLeast("monitors.separation.robot_uncertainty_metres", robotUncertaintyMetres, 0);
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
