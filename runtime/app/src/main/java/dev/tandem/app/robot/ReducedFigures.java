package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;

/**
 * Reduced speed: what holds while a person is near.
 *
 * @param toolSpeedMPerS the most of the tool point, at most 0.25 (ISO 10218-1, 5.6.3)
 * @param setPointMPerS the most of the set point, along a line
 * @param setPointRadPerS the most of the set point, turning
 * @param personMetres from the tool to a person, below which it begins
 * @param leaveS for which nobody must have been near, or wanted it, before it ends
 */
public record ReducedFigures(
    double toolSpeedMPerS,
    double setPointMPerS,
    double setPointRadPerS,
    double personMetres,
    double leaveS) {
  private static final double MOST_M_PER_S = 0.25;

  public ReducedFigures {
    Check.above("reduced.tool_speed_m_per_s", toolSpeedMPerS, 0);
    Check.atMost("reduced.tool_speed_m_per_s", toolSpeedMPerS, MOST_M_PER_S);
    Check.above("reduced.set_point_m_per_s", setPointMPerS, 0);
    Check.above("reduced.set_point_rad_per_s", setPointRadPerS, 0);
    Check.above("reduced.person_metres", personMetres, 0);
    Check.atLeast("reduced.leave_s", leaveS, 0);
  }
}
