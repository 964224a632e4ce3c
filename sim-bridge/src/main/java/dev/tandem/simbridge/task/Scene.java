package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;

/**
 * A task's features, by who knows them on a robot.
 *
 * @param proprioception what the arm knows of itself
 * @param shown what pictures show: the simulator knows it, a robot has to look
 * @param metresPerUnit of what is shown, all of it
 */
public record Scene(FeatureEncoder proprioception, FeatureEncoder shown, double[] metresPerUnit) {
  public Scene {
    if (metresPerUnit.length != shown.size()) {
      throw new IllegalArgumentException(
          "scene: expected %d units, found %d".formatted(shown.size(), metresPerUnit.length));
    }
  }
}
