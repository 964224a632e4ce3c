package dev.tandem.app.robot;

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
    String slow = "ISO 10218-1, 5.6.3, asks for 0.25 m/s at the most; below 0.01 nothing moves";
    Bound.within("reduced.tool_speed_m_per_s", toolSpeedMPerS, 0.01, MOST_M_PER_S, slow);
    Bound.within("reduced.set_point_m_per_s", setPointMPerS, 1e-3, MOST_M_PER_S, slow);
    Bound.within(
        "reduced.set_point_rad_per_s",
        setPointRadPerS,
        1e-3,
        1,
        "a hand's length away 1 rad/s is the 0.25 m/s of ISO 10218-1, 5.6.3");
    Bound.atMost("reduced.person_metres", personMetres, 100, "no tracker of people sees so far");
    Bound.atMost(
        "reduced.leave_s", leaveS, 600, "a reduction that nobody sees end is a limit: write one");
  }
}
