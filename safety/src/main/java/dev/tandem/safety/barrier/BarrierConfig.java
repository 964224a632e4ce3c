package dev.tandem.safety.barrier;

import java.util.List;

/**
 * Everything that {@link BarrierFilter} keeps.
 *
 * @param joints position, speed and acceleration
 * @param tool speed, box, and the distance to singular postures
 * @param space where the links may be
 * @param maxTorqueRateNmPerS of every joint
 */
public record BarrierConfig(
    JointBarrierConfig joints,
    ToolBarrierConfig tool,
    SpaceConfig space,
    double maxTorqueRateNmPerS) {
  /** FR3: 1000 Nm/s (libfranka). */
  public static final double FR3_TORQUE_RATE_NM_PER_S = 1000;

  public BarrierConfig {
    if (!(maxTorqueRateNmPerS > 0)) {
      throw new IllegalArgumentException(
          "maxTorqueRateNmPerS must be > 0, got " + maxTorqueRateNmPerS);
    }
  }

  /** An arm of Panda class in free space. */
  public static BarrierConfig fr3() {
    return new BarrierConfig(
        JointBarrierConfig.fr3(),
        ToolBarrierConfig.fr3(),
        new SpaceConfig(List.of(), List.of(), List.of(), 2, 0.05, 0.005),
        FR3_TORQUE_RATE_NM_PER_S);
  }
}
