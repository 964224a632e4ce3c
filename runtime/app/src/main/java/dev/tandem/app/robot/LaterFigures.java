package dev.tandem.app.robot;

import dev.tandem.app.config.LaterKey;
import java.util.List;

/**
 * What holds where a robot's file is older than a figure. None of these ever changes, nor does a
 * figure join that a file of any version has always had to say: the file that was accepted would
 * mean something else.
 */
final class LaterFigures {
  private static final double CLEARANCE_METRES = 0.01;

  static final List<LaterKey> ALL =
      List.of(
          numbered("links.capsules", "capsule"),
          numbered("links.keep_out_boxes", "box"),
          numbered("links.keep_out_capsules", "capsule"),
          figure("authority.standstill_rad", "0.05"),
          // Of any sensor, and no file says a rate: as for the tracker and a person's device (F29,
          // F33). What drives miss from tick to tick is seen long before, by drives.lost_packets.
          figure("monitors.timing.max_reading_age_s", "0.1"),
          clearance("monitors.state.least_clearance_metres", "links.margin_metres"),
          // MoveIt Servo's.
          figure("monitors.state.singular_slow_condition", "17"),
          figure("monitors.state.singular_hold_condition", "30"));

  private LaterFigures() {}

  private static LaterKey figure(String key, String value) {
    return new LaterKey(key, (item, written) -> value);
  }

  /** Counted from 1. */
  private static LaterKey numbered(String list, String what) {
    return new LaterKey(list + "[].name", (item, written) -> what + " " + (item + 1));
  }

  /** What the barrier keeps may be less. */
  private static LaterKey clearance(String key, String margin) {
    return new LaterKey(
        key,
        (item, written) ->
            Double.toString(Math.min(CLEARANCE_METRES, written.applyAsDouble(margin))));
  }
}
