package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/** From the tool to the target, and how fast the tool moves. */
final class ReachFeatures implements FeatureEncoder {
  private static final List<String> NAMES =
      List.of(
          "to_target_x", "to_target_y", "to_target_z", "velocity_x", "velocity_y", "velocity_z");
  private static final double DISTANCE_METRES = 0.1;
  private static final double SPEED_M_PER_S = 0.2;

  private final Block tool;
  private final Block velocity;
  private final Block target;

  ReachFeatures(SignalSpec spec) {
    this.tool = spec.block("tool");
    this.velocity = spec.block("tool_velocity");
    this.target = spec.block("target");
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] features) {
    for (int k = 0; k < 3; k++) {
      double toTarget = observation.get(target.offset() + k) - observation.get(tool.offset() + k);
      features[k] = (float) Displacements.clamp(toTarget / DISTANCE_METRES, 3);
      double speed = observation.get(velocity.offset() + k);
      features[3 + k] = (float) Displacements.clamp(speed / SPEED_M_PER_S, 3);
    }
  }
}
