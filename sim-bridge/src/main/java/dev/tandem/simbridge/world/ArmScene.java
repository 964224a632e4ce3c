package dev.tandem.simbridge.world;

import dev.tandem.runtime.time.HotPath;
import java.util.List;

/**
 * What is in the world besides the arm, whichever simulator simulates it.
 *
 * @param homeRad joint positions after a reset
 * @param spheres carried by the tool
 * @param obstacles fixed in the world
 * @param contact how soft they are
 * @param maxStepSeconds longest integration step; a longer period is divided evenly
 * @param sensors noise and bandwidth of the wrist's force-torque sensor
 */
public record ArmScene(
    double[] homeRad,
    List<Sphere> spheres,
    List<Obstacle> obstacles,
    ContactParameters contact,
    double maxStepSeconds,
    WrenchSensor sensors) {
  /** Of a step, by which a period may be longer than a whole number of them. */
  private static final double ROUNDING = 1e-9;

  public ArmScene {
    spheres = List.copyOf(spheres);
    obstacles = List.copyOf(obstacles);
    if (!(maxStepSeconds > 0)) {
      throw new IllegalArgumentException("maxStepSeconds must be > 0, got " + maxStepSeconds);
    }
  }

  /** Of equal length, as few as may be, that a period is divided into. */
  @HotPath
  public int stepsIn(double periodSeconds) {
    return (int) Math.ceil(periodSeconds / maxStepSeconds - ROUNDING);
  }

  /**
   * A force-torque sensor.
   *
   * @param forceNoiseN standard deviation before the filter
   * @param torqueNoiseNm standard deviation before the filter
   * @param filterSeconds time constant of the first-order low-pass; 0 for none
   */
  public record WrenchSensor(double forceNoiseN, double torqueNoiseNm, double filterSeconds) {
    private static final double WRIST_FORCE_NOISE_N = 0.5;
    private static final double WRIST_TORQUE_NOISE_NM = 0.01;
    private static final double WRIST_FILTER_SECONDS = 0.02;

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

    /** As noisy and as slow as that of a usual wrist. */
    public static WrenchSensor wrist() {
      return new WrenchSensor(WRIST_FORCE_NOISE_N, WRIST_TORQUE_NOISE_NM, WRIST_FILTER_SECONDS);
    }
  }
}
