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
  private static final double MOST_MARGIN = 0.4;

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
    Bound.within("tool.max_speed_m_per_s", maxSpeedMPerS, 0.01, 50, "no arm moves its tool faster");
    Bound.within(
        "tool.speed_margin_m_per_s",
        speedMarginMPerS,
        0,
        MOST_MARGIN * maxSpeedMPerS,
        "more than 40 % of max_speed_m_per_s is no margin but another limit: lower that one");
    Bound.within(
        "tool.braking_m_per_s2",
        brakingMPerS2,
        1,
        1000,
        "a tool that brakes more gently does not keep its speed, and none brakes harder");
    Bound.within(
        "tool.least_singular_value",
        leastSingularValue,
        0,
        0.5,
        "in m and rad few postures of any arm have more");
    Bound.within(
        "tool.singular_approach_s",
        singularApproachS,
        1e-3,
        10,
        "one tick is the least, and what takes longer lets nobody through");
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
