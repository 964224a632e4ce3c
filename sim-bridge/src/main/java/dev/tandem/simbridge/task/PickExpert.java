package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;

/**
 * Goes down to the cube in one bend, closes, and lifts. Knows of the arm's target only what the
 * tool shows: the tool follows it like a critically damped spring of {@code w = sqrt(200)} rad/s,
 * and {@code target' = K1 (goal - tool) - K2 tool'} with {@code K1 = 8 w / 27, K2 = 1 / 3} puts all
 * three poles to {@code -2 w / 3}: quick, and without overshoot.
 */
final class PickExpert implements Expert {
  private static final double ARM_RAD_PER_S = Math.sqrt(200);
  private static final double PULL_PER_S = 8 * ARM_RAD_PER_S / 27;
  private static final double DAMPING = 1.0 / 3;

  private static final double GOAL_LIFT_METRES = 0.25;
  private static final double ABOVE_METRES = 0.01;
  private static final double HOVER_METRES = 0.08;
  private static final double HOVER_SLOPE = 5;
  private static final double GRASP_METRES = 0.01;
  private static final double LOST_METRES = 0.03;
  private static final double GRIPPED_METRES = 0.043;
  private static final double EMPTY_METRES = 0.03;

  private static final int GRIPPER = 3;

  private final CubeSight sight;
  private final double decisionSeconds;
  private final double maxStepMetres;

  PickExpert(CubeSight sight, double decisionSeconds, double maxStepMetres) {
    this.sight = sight;
    this.decisionSeconds = decisionSeconds;
    this.maxStepMetres = maxStepMetres;
  }

  @Override
  @HotPath
  public void act(Observation seen, MutableAction action) {
    boolean grasps = grasps(seen);
    action.set(GRIPPER, grasps ? 1 : -1);
    if (grasps && sight.closed(seen) > 0.5 && sight.widthMetres(seen) < GRIPPED_METRES) {
      move(seen, action, 0, 0);
      move(seen, action, 1, 0);
      move(seen, action, 2, GOAL_LIFT_METRES - sight.liftMetres(seen));
    } else {
      move(seen, action, 0, sight.toCubeMetres(seen, 0));
      move(seen, action, 1, sight.toCubeMetres(seen, 1));
      move(seen, action, 2, sight.toCubeMetres(seen, 2) + hoverMetres(seen));
    }
  }

  /**
   * Closes once it is there, and opens again only when it has lost the cube. Fingers that are kept
   * apart hold it wherever it is seen: a camera may be late.
   */
  @HotPath
  private boolean grasps(Observation seen) {
    double width = sight.widthMetres(seen);
    if (sight.closed(seen) > 0.5 && width > EMPTY_METRES && width < GRIPPED_METRES) {
      return true;
    }
    double allowed = sight.closed(seen) > 0.5 ? LOST_METRES : GRASP_METRES;
    return sight.distanceMetres(seen) < allowed;
  }

  /**
   * How far above the cube the tool has to be, for the fingers not to push it: they open along y,
   * so that along x they may come as low as they will close. Near the base they have to: higher up
   * the elbow is at its limit.
   */
  @HotPath
  private double hoverMetres(Observation seen) {
    double aside = Math.abs(sight.toCubeMetres(seen, 1));
    return Math.max(0, Math.min(HOVER_METRES, HOVER_SLOPE * (aside - ABOVE_METRES)));
  }

  @HotPath
  private void move(Observation seen, MutableAction action, int axis, double missingMetres) {
    double speed = PULL_PER_S * missingMetres - DAMPING * sight.toolMPerS(seen, axis);
    action.set(axis, Displacements.clamp(decisionSeconds * speed, maxStepMetres));
  }

  /** To the cube, and with it up; nothing once it is as high as it pays. */
  @Override
  @HotPath
  public double remainingMetres(Observation seen) {
    double missing = PickCube.PAID_LIFT_METRES - sight.liftMetres(seen);
    return missing <= 0 ? 0 : missing + sight.distanceMetres(seen);
  }
}
