package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;

/** Goes down to the cube in one bend, closes, and lifts, as {@link ToolPull} pulls the tool. */
final class PickExpert implements Expert {
  private static final double GOAL_LIFT_METRES = 0.25;
  private static final double ABOVE_METRES = 0.01;
  private static final double HOVER_METRES = 0.08;
  private static final double HOVER_SLOPE = 5;
  private static final double GRASP_METRES = 0.01;
  private static final double LOST_METRES = 0.03;
  private static final double GRIPPED_METRES = 0.043;
  private static final double EMPTY_METRES = 0.03;

  private static final int GRIPPER = 3;

  private final BoxSight sight;
  private final ToolPull pull;

  PickExpert(BoxSight sight, ToolPull pull) {
    this.sight = sight;
    this.pull = pull;
  }

  @Override
  @HotPath
  public void act(Observation seen, MutableAction action) {
    boolean grasps = grasps(seen);
    action.set(GRIPPER, grasps ? 1 : -1);
    if (grasps && sight.closed(seen) > 0.5 && sight.widthMetres(seen) < GRIPPED_METRES) {
      pull.write(seen, action, 0, 0);
      pull.write(seen, action, 1, 0);
      pull.write(seen, action, 2, GOAL_LIFT_METRES - sight.liftMetres(seen));
    } else {
      pull.write(seen, action, 0, sight.toBoxMetres(seen, 0));
      pull.write(seen, action, 1, sight.toBoxMetres(seen, 1));
      pull.write(seen, action, 2, sight.toBoxMetres(seen, 2) + hoverMetres(seen));
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
    double aside = Math.abs(sight.toBoxMetres(seen, 1));
    return Math.max(0, Math.min(HOVER_METRES, HOVER_SLOPE * (aside - ABOVE_METRES)));
  }

  /** To the cube, and with it up; nothing once it is as high as it pays. */
  @Override
  @HotPath
  public double remainingMetres(Observation seen) {
    double missing = PickCube.PAID_LIFT_METRES - sight.liftMetres(seen);
    return missing <= 0 ? 0 : missing + sight.distanceMetres(seen);
  }
}
