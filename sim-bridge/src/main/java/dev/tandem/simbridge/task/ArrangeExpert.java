package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;
import java.util.List;

/**
 * Takes one box after the other to its place, in their order: up, across, down, and lets go. What
 * is in the way is flown over, so that nothing goes sideways before it is up. Remembers nothing:
 * what it does next is seen. The tool goes where {@link ToolPull} pulls it.
 */
final class ArrangeExpert implements Expert {
  private static final int NONE = -1;

  private static final double HOVER_METRES = 0.08;
  private static final double HOVER_SLOPE = 5;
  private static final double ABOVE_METRES = 0.01;
  private static final double CLEAR_METRES = 0.03;
  private static final double GRASP_METRES = 0.01;
  private static final double LOST_METRES = 0.03;
  private static final double GRIPPED_METRES = 0.043;
  private static final double EMPTY_METRES = 0.03;
  private static final double RELEASE_METRES = 0.005;

  /** What putting a box down is worth, beside the way there. */
  private static final double LEFT_METRES = 0.05;

  private static final int GRIPPER = 3;

  private final List<MarkedBox> boxes;
  private final ToolPull pull;

  ArrangeExpert(List<MarkedBox> boxes, ToolPull pull) {
    this.boxes = boxes;
    this.pull = pull;
  }

  @Override
  @HotPath
  public void act(Observation seen, MutableAction action) {
    int held = held(seen);
    int next = held == NONE ? next(seen, NONE) : held;
    if (next == NONE) {
      action.set(GRIPPER, -1);
      go(seen, action, 0, 0, 0);
    } else if (held == NONE) {
      fetch(seen, boxes.get(next).box(), action);
    } else {
      carry(seen, boxes.get(held), action);
    }
  }

  /** What the fingers are kept apart by. */
  @HotPath
  private int held(Observation seen) {
    BoxSight any = boxes.get(0).box();
    double width = any.widthMetres(seen);
    boolean grips = any.closed(seen) > 0.5 && width > EMPTY_METRES && width < GRIPPED_METRES;
    for (int i = 0; grips && i < boxes.size(); i++) {
      if (boxes.get(i).box().distanceMetres(seen) < LOST_METRES) {
        return i;
      }
    }
    return NONE;
  }

  /** The first that is not arranged yet, and is not {@code but}. */
  @HotPath
  private int next(Observation seen, int but) {
    for (int i = 0; i < boxes.size(); i++) {
      if (i != but && !boxes.get(i).isArranged(seen)) {
        return i;
      }
    }
    return NONE;
  }

  @HotPath
  private void fetch(Observation seen, BoxSight box, MutableAction action) {
    double allowed = box.closed(seen) > 0.5 ? LOST_METRES : GRASP_METRES;
    action.set(GRIPPER, box.distanceMetres(seen) < allowed ? 1 : -1);
    double x = box.toBoxMetres(seen, 0);
    double y = box.toBoxMetres(seen, 1);
    go(seen, action, x, y, box.toBoxMetres(seen, 2) + hoverMetres(Math.hypot(x, y)));
  }

  @HotPath
  private void carry(Observation seen, MarkedBox held, MutableAction action) {
    double away = held.awayMetres(seen);
    double lift = held.box().liftMetres(seen);
    boolean down = away < ABOVE_METRES && lift < RELEASE_METRES;
    action.set(GRIPPER, down ? -1 : 1);
    double x = held.toPlaceMetres(seen, 0);
    double y = held.toPlaceMetres(seen, 1);
    go(seen, action, x, y, hoverMetres(away) - lift);
  }

  /** How far up to be for so far aside. */
  @HotPath
  private static double hoverMetres(double asideMetres) {
    return Math.max(0, Math.min(HOVER_METRES, HOVER_SLOPE * (asideMetres - ABOVE_METRES)));
  }

  /** Across only once it is about as high as it has to be. */
  @HotPath
  private void go(Observation seen, MutableAction action, double x, double y, double up) {
    boolean clear = up < CLEAR_METRES;
    pull.write(seen, action, 0, clear ? x : 0);
    pull.write(seen, action, 1, clear ? y : 0);
    pull.write(seen, action, 2, up);
  }

  /** To the next box, with it to its place, from there to the one after it, and so on. */
  @Override
  @HotPath
  public double remainingMetres(Observation seen) {
    int held = held(seen);
    int next = held == NONE ? next(seen, NONE) : held;
    if (next == NONE) {
      return 0;
    }
    MarkedBox first = boxes.get(next);
    MarkedBox from = first;
    double metres = first.box().distanceMetres(seen) + first.awayMetres(seen) + LEFT_METRES;
    for (int i = 0; i < boxes.size(); i++) {
      MarkedBox each = boxes.get(i);
      if (i != next && !each.isArranged(seen)) {
        double x = each.box().boxMetres(seen, 0) - from.xMetres();
        double y = each.box().boxMetres(seen, 1) - from.yMetres();
        metres += Math.hypot(x, y) + each.awayMetres(seen) + LEFT_METRES;
        from = each;
      }
    }
    return metres;
  }
}
