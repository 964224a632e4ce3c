package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels of a cube's world as a network likes them: about the middle of the arm's box, scaled to
 * about one, and the cube seen from the tool. The numbers of SERL and gym-hil, by an affine map
 * that can be undone: nothing is added, left out or squashed.
 */
final class PickFeatures implements FeatureEncoder {
  /** Scales of what is about the cube: from the tool to it, and where it is. */
  static final double NEAR_METRES = 0.1;

  static final double PLACE_METRES = 0.2;

  private static final double[] MIDDLE_METRES = {0.4, 0, 0.25};

  private final List<Feature> features = new ArrayList<>();

  /** A channel less another, or less a number, in units of {@code scale}. */
  private record Feature(String name, int channel, int less, double middle, double scale) {
    private static final int NONE = -1;

    @HotPath
    double of(Observation observation) {
      double from = less == NONE ? middle : observation.get(less);
      return (observation.get(channel) - from) / scale;
    }
  }

  /**
   * Of these blocks and channels, in this order.
   *
   * @param wanted of {@code q, qd, tool, tool_velocity, gripper.closed, cube}; {@code cube} is seen
   *     from the tool, {@code cube_place} from the middle
   */
  PickFeatures(SignalSpec observation, List<String> wanted) {
    for (String name : wanted) {
      switch (name) {
        case "tool" -> place(name, observation);
        case "cube_place" -> place("cube", observation);
        case "cube" -> cube(observation);
        case "q" -> scaled(observation.block(name), observation, Math.PI);
        case "qd" -> scaled(observation.block(name), observation, 2);
        case "tool_velocity" -> scaled(observation.block(name), observation, 0.5);
        default ->
            features.add(new Feature(name, observation.indexOf(name), Feature.NONE, 0.5, 0.5));
      }
    }
  }

  private void scaled(Block block, SignalSpec observation, double scale) {
    for (int i = 0; i < block.size(); i++) {
      int channel = block.offset() + i;
      features.add(new Feature(name(observation, channel), channel, Feature.NONE, 0, scale));
    }
  }

  private void place(String block, SignalSpec observation) {
    for (int axis = 0; axis < MIDDLE_METRES.length; axis++) {
      int channel = observation.block(block).offset() + axis;
      String name = name(observation, channel);
      double middle = MIDDLE_METRES[axis];
      features.add(new Feature(name, channel, Feature.NONE, middle, PLACE_METRES));
    }
  }

  private void cube(SignalSpec observation) {
    for (int axis = 0; axis < MIDDLE_METRES.length; axis++) {
      int tool = observation.block("tool").offset() + axis;
      int cube = observation.block("cube").offset() + axis;
      features.add(new Feature("to_cube." + axis, cube, tool, 0, NEAR_METRES));
    }
  }

  private static String name(SignalSpec observation, int channel) {
    return observation.channel(channel).name();
  }

  @Override
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] to) {
    for (int i = 0; i < features.size(); i++) {
      to[i] = (float) features.get(i).of(observation);
    }
  }
}
