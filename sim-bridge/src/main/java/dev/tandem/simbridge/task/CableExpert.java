package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.world.Cable;
import dev.tandem.simbridge.world.TableScene;

/**
 * Takes the plug, raises it around the anchor on the cable's length, so that the cable passes above
 * the clips, swings it until it is in line with them, lowers it the same way and lets go. Remembers
 * nothing: what it does next is seen.
 */
final class CableExpert implements Expert {
  /** From the anchor to the held plug: the cable is nearly straight. */
  private static final double RADIUS_METRES = 0.2905;

  private static final double RAISED_RAD = 0.65;
  private static final double HIGH_RAD = 0.5;
  private static final double SWING_RAD = 0.35;
  private static final double ALIGNED_RAD = 0.015;
  private static final double LOWER_RAD = 0.3;
  private static final double DOWN_METRES = 0.017;

  private static final double HOVER_METRES = 0.08;
  private static final double HOVER_SLOPE = 5;
  private static final double ABOVE_METRES = 0.01;
  private static final double GRASP_METRES = 0.008;
  private static final double LOST_METRES = 0.025;
  private static final double EMPTY_METRES = 0.015;
  private static final double GRIPPED_METRES = 0.03;
  private static final double LEFT_METRES = 0.05;
  private static final int GRIPPER = 3;

  private final CableRules rules;
  private final ToolPull pull;
  private final Cable plan = TableScene.CABLE.cable();

  CableExpert(CableRules rules, ToolPull pull) {
    this.rules = rules;
    this.pull = pull;
  }

  @Override
  @HotPath
  public void act(Observation seen, MutableAction action) {
    BoxSight plug = rules.plug();
    if (isHeld(seen)) {
      boolean done = rules.cable().isInAll(seen) && plug.boxMetres(seen, 2) < DOWN_METRES;
      action.set(GRIPPER, done ? -1 : 1);
      route(seen, action);
    } else {
      double allowed = plug.closed(seen) > 0.5 ? LOST_METRES : GRASP_METRES;
      action.set(GRIPPER, plug.distanceMetres(seen) < allowed ? 1 : -1);
      double x = plug.toBoxMetres(seen, 0);
      double y = plug.toBoxMetres(seen, 1);
      double hover = HOVER_SLOPE * (Math.hypot(x, y) - ABOVE_METRES);
      write(seen, action, x, y, plug.toBoxMetres(seen, 2) + Math.clamp(hover, 0, HOVER_METRES));
    }
  }

  @HotPath
  private boolean isHeld(Observation seen) {
    BoxSight plug = rules.plug();
    double width = plug.widthMetres(seen);
    boolean grips = plug.closed(seen) > 0.5 && width > EMPTY_METRES && width < GRIPPED_METRES;
    return grips && plug.distanceMetres(seen) < LOST_METRES;
  }

  /** Up until it is high, across until it is in line, then down. */
  @HotPath
  private void route(Observation seen, MutableAction action) {
    double x = rules.plug().boxMetres(seen, 0) - plan.anchorXMetres();
    double y = rules.plug().boxMetres(seen, 1) - plan.anchorYMetres();
    double z = rules.plug().boxMetres(seen, 2);
    double yaw = Math.atan2(y, x);
    double rise = Math.atan2(z, Math.hypot(x, y));
    boolean aligned = Math.abs(yaw) < ALIGNED_RAD;
    double goalYaw =
        rise < HIGH_RAD && !aligned ? yaw : yaw - Math.clamp(yaw, -SWING_RAD, SWING_RAD);
    double goalRise = aligned ? Math.max(0.03, rise - LOWER_RAD) : RAISED_RAD;
    double across = RADIUS_METRES * Math.cos(goalRise);
    write(
        seen,
        action,
        across * Math.cos(goalYaw) - x,
        across * Math.sin(goalYaw) - y,
        RADIUS_METRES * Math.sin(goalRise) - z);
  }

  @HotPath
  private void write(Observation seen, MutableAction action, double x, double y, double z) {
    pull.write(seen, action, 0, x);
    pull.write(seen, action, 1, y);
    pull.write(seen, action, 2, z);
  }

  /** To the plug, and with it to where both clips hold the cable. */
  @Override
  @HotPath
  public double remainingMetres(Observation seen) {
    if (rules.succeeded(seen)) {
      return 0;
    }
    double metres = LEFT_METRES + rules.plug().distanceMetres(seen);
    for (int clip = 0; clip < CableSight.CLIPS.length; clip++) {
      metres += rules.cable().distanceMetres(seen, clip);
    }
    return metres;
  }
}
