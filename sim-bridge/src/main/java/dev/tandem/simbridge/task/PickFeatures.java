package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;

/**
 * The numbers of SERL and gym-hil, about the middle of the arm's box, and the cube seen from the
 * tool: nothing is added or left out, each scaled to about one.
 */
final class PickFeatures {
  /** Scales of what is about the cube: from the tool to it, and where it is. */
  static final double NEAR_METRES = 0.1;

  static final double PLACE_METRES = 0.2;

  private static final double[] MIDDLE_METRES = {0.4, 0, 0.25};

  private PickFeatures() {}

  /**
   * Of these blocks and channels, in this order.
   *
   * @param wanted of {@code q, qd, tool, tool_velocity, gripper.closed, cube}; {@code cube} is seen
   *     from the tool, {@code cube_place} from the middle
   */
  static FeatureEncoder of(SignalSpec observation, List<String> wanted) {
    AffineFeatures features = new AffineFeatures(observation);
    for (String name : wanted) {
      switch (name) {
        case "tool" -> features.about(name, MIDDLE_METRES, PLACE_METRES);
        case "cube_place" -> features.about("cube", MIDDLE_METRES, PLACE_METRES);
        case "cube" -> features.fromTool(name, NEAR_METRES);
        case "q" -> features.block(name, Math.PI);
        case "qd" -> features.block(name, 2);
        case "tool_velocity" -> features.block(name, 0.5);
        default -> features.channel(name, 0.5, 0.5);
      }
    }
    return features;
  }
}
