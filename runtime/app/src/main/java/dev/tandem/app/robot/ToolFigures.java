package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;
import dev.tandem.safety.barrier.ToolBarrierConfig;
import dev.tandem.safety.filter.WorkspaceBox;
import java.util.List;

/**
 * Where the tool point may be and how fast, in the base frame.
 *
 * @param boxMinMetres corner of the box that holds the tool point
 * @param boxMaxMetres the opposite one
 * @param actionBoxMinMetres corner of the box that actions are cut to; inside the other
 * @param actionBoxMaxMetres the opposite one
 * @param maxSpeedMPerS the most, person or none
 * @param speedMarginMPerS kept from the speed limit, at most 40 % of it
 * @param brakingMPerS2 that the arm can be relied on for
 * @param leastSingularValue of the tool's Jacobian (m and rad), below which it only comes back
 * @param singularApproachS in which the way to that value would be used up at the fastest
 */
public record ToolFigures(
    List<Double> boxMinMetres,
    List<Double> boxMaxMetres,
    List<Double> actionBoxMinMetres,
    List<Double> actionBoxMaxMetres,
    double maxSpeedMPerS,
    double speedMarginMPerS,
    double brakingMPerS2,
    double leastSingularValue,
    double singularApproachS) {
  public ToolFigures {
    Check.box("tool.box_min_metres", boxMinMetres, "tool.box_max_metres", boxMaxMetres);
    Check.box(
        "tool.action_box_min_metres",
        actionBoxMinMetres,
        "tool.action_box_max_metres",
        actionBoxMaxMetres);
    for (int axis = 0; axis < 3; axis++) {
      Check.atLeast(
          "tool.action_box_min_metres", actionBoxMinMetres.get(axis), boxMinMetres.get(axis));
      Check.atMost(
          "tool.action_box_max_metres", actionBoxMaxMetres.get(axis), boxMaxMetres.get(axis));
    }
    Check.above("tool.max_speed_m_per_s", maxSpeedMPerS, 0);
    Check.atLeast("tool.speed_margin_m_per_s", speedMarginMPerS, 0);
    Check.above("tool.braking_m_per_s2", brakingMPerS2, 0);
    Check.atLeast("tool.least_singular_value", leastSingularValue, 0);
    Check.above("tool.singular_approach_s", singularApproachS, 0);
  }

  ToolBarrierConfig barrier() {
    return new ToolBarrierConfig(
        maxSpeedMPerS,
        speedMarginMPerS,
        brakingMPerS2,
        array(boxMinMetres),
        array(boxMaxMetres),
        leastSingularValue,
        singularApproachS);
  }

  WorkspaceBox workspace() {
    return new WorkspaceBox(array(boxMinMetres), array(boxMaxMetres));
  }

  WorkspaceBox actionBox() {
    return new WorkspaceBox(array(actionBoxMinMetres), array(actionBoxMaxMetres));
  }

  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
