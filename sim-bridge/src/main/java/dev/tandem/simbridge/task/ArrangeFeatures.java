package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Arrays;
import java.util.List;

/** What the policy of {@link ArrangeBoxes} sees: tool and gripper, then each box twice over. */
final class ArrangeFeatures {
  private static final double[] MIDDLE_METRES = {0.45, 0, 0.15};
  private static final double ROOM_METRES = 0.2;
  private static final double NEAR_METRES = 0.1;
  private static final double OPEN_METRES = 0.08;
  private static final int NUMBERS_PER_BOX = 6;

  private ArrangeFeatures() {}

  static FeatureEncoder all(SignalSpec observation) {
    AffineFeatures features = new AffineFeatures(observation);
    own(features);
    boxes(features);
    return features;
  }

  /** What the arm knows of itself, beside what pictures show. */
  static Scene scene(SignalSpec observation) {
    AffineFeatures own = new AffineFeatures(observation);
    AffineFeatures shown = new AffineFeatures(observation);
    own(own);
    boxes(shown);
    double[] metres = new double[NUMBERS_PER_BOX * ArrangeBoxes.PLACES.length];
    Arrays.fill(metres, NEAR_METRES);
    return new Scene(own, shown, metres);
  }

  private static void own(AffineFeatures to) {
    to.about("tool", MIDDLE_METRES, ROOM_METRES);
    to.block("tool_velocity", 0.5);
    to.channel("gripper.closed", 0.5, 0.5);
    to.channel("gripper.width", OPEN_METRES / 2, OPEN_METRES / 2);
  }

  /** From the tool to the box, and the box about its place. */
  private static void boxes(AffineFeatures to) {
    List<String> names = TableScene.BOXES.things();
    for (int i = 0; i < names.size(); i++) {
      double[] place = ArrangeBoxes.PLACES[i];
      to.fromTool(names.get(i), NEAR_METRES);
      double[] middle = {place[0], place[1], TableWorld.BOX_HALF_METRES};
      to.about(names.get(i), middle, NEAR_METRES);
    }
  }
}
