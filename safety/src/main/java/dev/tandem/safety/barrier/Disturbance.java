package dev.tandem.safety.barrier;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * Joint accelerations that neither drives nor model explain: friction, contacts, a payload that
 * nobody entered. What the last tick did to the speeds, minus what it should have done, through a
 * first-order low-pass.
 */
final class Disturbance {
  private static final double SETTLING_SECONDS = 0.01;

  /** rad/s2, [joints]. */
  final double[] acceleration;

  private final double[] previousSpeeds;
  private boolean hasPrevious;

  Disturbance(int joints) {
    this.acceleration = new double[joints];
    this.previousSpeeds = new double[joints];
  }

  /**
   * @param explained accelerations that the last torques cause, [joints]
   * @param driven false when it was not those torques that moved the arm, as after a stop
   * @param passedSeconds since the last call
   */
  @HotPath
  void update(double[] speeds, double[] explained, boolean driven, double passedSeconds) {
    if (driven && hasPrevious) {
      double share = passedSeconds / (passedSeconds + SETTLING_SECONDS);
      for (int i = 0; i < speeds.length; i++) {
        double seen = (speeds[i] - previousSpeeds[i]) / passedSeconds;
        acceleration[i] += share * (seen - explained[i] - acceleration[i]);
      }
    } else {
      Arrays.fill(acceleration, 0);
    }
    System.arraycopy(speeds, 0, previousSpeeds, 0, speeds.length);
    hasPrevious = true;
  }

  /** How much of it goes along a row, per s2. */
  @HotPath
  double along(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * acceleration[i];
    }
    return sum;
  }
}
