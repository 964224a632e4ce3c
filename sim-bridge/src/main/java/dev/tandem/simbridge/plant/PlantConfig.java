package dev.tandem.simbridge.plant;

import java.util.List;

/**
 * What the embedded simulator simulates besides the arm.
 *
 * @param homeRad joint positions after a reset
 * @param spheres carried by the tool
 * @param obstacles fixed in the world
 * @param contact how soft they are
 * @param maxStepSeconds longest integration step; a longer period is divided evenly
 * @param sensors noise and bandwidth of the wrist's force-torque sensor
 */
public record PlantConfig(
    double[] homeRad,
    List<Sphere> spheres,
    List<Obstacle> obstacles,
    ContactParameters contact,
    double maxStepSeconds,
    WrenchSensor sensors) {
  public PlantConfig {
    spheres = List.copyOf(spheres);
    obstacles = List.copyOf(obstacles);
    if (!(maxStepSeconds > 0)) {
      throw new IllegalArgumentException("maxStepSeconds must be > 0, got " + maxStepSeconds);
    }
  }

  /**
   * A force-torque sensor.
   *
   * @param forceNoiseN standard deviation before the filter
   * @param torqueNoiseNm standard deviation before the filter
   * @param filterSeconds time constant of the first-order low-pass; 0 for none
   */
  public record WrenchSensor(double forceNoiseN, double torqueNoiseNm, double filterSeconds) {
    public WrenchSensor {
      if (!(forceNoiseN >= 0) || !(torqueNoiseNm >= 0) || !(filterSeconds >= 0)) {
        throw new IllegalArgumentException(
            "wrench sensor figures must be >= 0, got "
                + forceNoiseN
                + ", "
                + torqueNoiseNm
                + ", "
                + filterSeconds);
      }
    }
  }
}
