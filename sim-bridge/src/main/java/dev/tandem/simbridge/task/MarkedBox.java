package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;

/**
 * A box and the marked place on the table that it belongs on.
 *
 * @param box where it is
 * @param xMetres of its place
 * @param yMetres of its place
 */
record MarkedBox(BoxSight box, double xMetres, double yMetres) {
  /** Half of a mark's side: gym-hil's ArrangeBoxes allows as much. */
  static final double ON_PLACE_METRES = 0.03;

  private static final double LYING_METRES = 0.01;
  private static final double GRIPPED_METRES = 0.03;

  /** From the box to its place, along x or y. */
  @HotPath
  double toPlaceMetres(Observation seen, int axis) {
    return (axis == 0 ? xMetres : yMetres) - box.boxMetres(seen, axis);
  }

  /** From the box to its place in the table's plane. */
  @HotPath
  double awayMetres(Observation seen) {
    return Math.hypot(toPlaceMetres(seen, 0), toPlaceMetres(seen, 1));
  }

  /** Whether it lies on its place, let go of. */
  @HotPath
  boolean isArranged(Observation seen) {
    boolean gripped = box.closed(seen) > 0.5 && box.distanceMetres(seen) < GRIPPED_METRES;
    boolean lies = Math.abs(box.liftMetres(seen)) < LYING_METRES;
    return lies && !gripped && awayMetres(seen) < ON_PLACE_METRES;
  }
}
