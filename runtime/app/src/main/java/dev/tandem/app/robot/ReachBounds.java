package dev.tandem.app.robot;

import dev.tandem.runtime.model.Chain;
import java.util.Collections;
import java.util.List;

/** What the lengths of an arm of metal bound the figures of its tool and its links by. */
final class ReachBounds {
  private static final double MOST_REACHES = 2;
  private static final double LEAST_MARGIN_SHARE = 0.2;

  /** A link's nearest point is not the tool, and another joint's lever is shorter. */
  private static final double LINKS_SHARE = 0.5;

  private static final double LINK_RESPONSE_S = 0.05;
  private static final double LEAST_CLEARANCE_METRES = 0.01;
  private static final double LEAST_SINGULAR_VALUE = 1e-3;

  /** Ten times MoveIt Servo's, at which it halts. */
  private static final double MOST_CONDITION = 300;

  private final RobotFile file;
  private final Chain limited;
  private final Capability arm;

  ReachBounds(RobotFile file, Chain limited, Capability arm) {
    this.file = file;
    this.limited = limited;
    this.arm = arm;
  }

  void check() {
    tool();
    links();
    for (int i = 0; i < file.links().capsules().size(); i++) {
      capsule(file.links().capsules().get(i), "links.capsules[" + i + "].");
    }
    StateFigures state = file.monitors().state();
    Bound.atMost(
        "monitors.state.singular_hold_condition",
        state.singularHoldCondition(),
        MOST_CONDITION,
        "ten times MoveIt Servo's 30; joints would have to turn 300 times as fast as the tool");
  }

  private void tool() {
    ToolFigures tool = file.tool();
    double far = MOST_REACHES * arm.reachMetres(limited);
    String reach = "twice as far as the arm of the robot's model reaches: beyond it limits nothing";
    Bound.eachWithin("tool.box_min_metres", tool.boxMinMetres(), -far, far, reach);
    Bound.eachWithin("tool.box_max_metres", tool.boxMaxMetres(), -far, far, reach);
    double speed = tool.maxSpeedMPerS();
    Bound.atMost(
        "tool.max_speed_m_per_s",
        speed,
        arm.toolMPerS(limited),
        "with all joints at their limits of speed the tool of the robot's model is no faster");
    Bound.atMost(
        "tool.braking_m_per_s2",
        tool.brakingMPerS2(),
        Collections.max(file.joints().brakingRadPerS2()) * arm.leverMetres()[0],
        "the largest of joints.braking_rad_per_s2 by the arm's length in the robot's model");
    Bound.atLeast(
        "tool.speed_margin_m_per_s",
        tool.speedMarginMPerS(),
        LEAST_MARGIN_SHARE * file.reduced().toolSpeedMPerS(),
        "20 % of reduced.tool_speed_m_per_s: friction, and torques that are limited in rate");
    Bound.atLeast(
        "tool.least_singular_value",
        tool.leastSingularValue(),
        LEAST_SINGULAR_VALUE,
        "joints turn a thousand times as fast as the tool there");
    Bound.atLeast(
        "tool.singular_approach_s",
        tool.singularApproachS(),
        file.joints().responseS(),
        "joints.response_s: joints slow down no sooner");
  }

  private void links() {
    LinkFigures links = file.links();
    Bound.atMost(
        "links.braking_m_per_s2",
        links.brakingMPerS2(),
        LINKS_SHARE * Collections.min(file.joints().brakingRadPerS2()) * arm.leverMetres()[0],
        "half of the least of joints.braking_rad_per_s2 by the arm's length in the robot's model");
    Bound.atLeast(
        "links.offset_m_per_s",
        links.offsetMPerS(),
        LINK_RESPONSE_S * links.brakingMPerS2(),
        "what links.braking_m_per_s2 slows down by in 50 ms: several joints have to");
    Bound.atLeast(
        "links.margin_metres",
        links.marginMetres(),
        Math.max(LEAST_CLEARANCE_METRES, DriveBounds.TWO_TICKS_S * file.tool().maxSpeedMPerS()),
        "two ticks at tool.max_speed_m_per_s, and a centimetre for what the model's lengths err by");
  }

  /** A capsule that is not at the arm guards nothing. */
  private void capsule(LinkFigures.Capsule capsule, String key) {
    double lever = arm.leverMetres()[capsule.joint()];
    String near = "farther than the tool no part of this link is from its joint";
    for (String end : List.of("from_metres", "to_metres")) {
      List<Double> point = end.equals("from_metres") ? capsule.fromMetres() : capsule.toMetres();
      Bound.eachWithin(key + end, point, -lever, lever, near);
    }
  }
}
