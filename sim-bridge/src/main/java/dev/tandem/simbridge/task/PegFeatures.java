package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.List;

/**
 * Where the peg is relative to the hole as it is seen, coarse and fine, how fast it moves, and what
 * it feels.
 */
final class PegFeatures implements FeatureEncoder {
  private static final List<String> NAMES =
      List.of(
          "coarse_x",
          "coarse_y",
          "coarse_z",
          "fine_x",
          "fine_y",
          "fine_z",
          "velocity_x",
          "velocity_y",
          "velocity_z",
          "force_x",
          "force_y",
          "force_z",
          "torque_x",
          "torque_y");
  private static final double COARSE_METRES = 0.05;
  private static final double FINE_METRES = 0.005;
  private static final double SPEED_M_PER_S = 0.2;
  private static final double FORCE_N = 20;
  private static final double TORQUE_NM = 0.2;

  private final Block tool;
  private final Block velocity;
  private final Block wrench;
  private final Block hole;

  PegFeatures(SignalSpec spec) {
    this.tool = spec.block("tool");
    this.velocity = spec.block("tool_velocity");
    this.wrench = spec.block("wrench");
    this.hole = spec.block("hole");
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  @HotPath
  public void encode(Observation observation, float[] features) {
    for (int k = 0; k < 3; k++) {
      double relative = observation.get(tool.offset() + k) - observation.get(hole.offset() + k);
      features[k] = squash(relative / COARSE_METRES);
      features[3 + k] = squash(relative / FINE_METRES);
      features[6 + k] = squash(observation.get(velocity.offset() + k) / SPEED_M_PER_S);
      features[9 + k] = squash(observation.get(wrench.offset() + k) / FORCE_N);
    }
    features[12] = squash(observation.get(wrench.offset() + 3) / TORQUE_NM);
    features[13] = squash(observation.get(wrench.offset() + 4) / TORQUE_NM);
  }

  @HotPath
  private static float squash(double value) {
    return (float) Displacements.clamp(value, 2);
  }
}
