package dev.tandem.safety.barrier;

import dev.tandem.safety.qp.DualActiveSet;
import java.util.List;

/**
 * Everything that {@link BarrierFilter} keeps.
 *
 * @param joints position, speed and acceleration
 * @param tool speed, box, and the distance to singular postures
 * @param space where the links may be
 * @param maxTorqueRateNmPerS of every joint
 * @param maxSolverSteps of the quadratic program; then the arm brakes
 */
public record BarrierConfig(
    JointBarrierConfig joints,
    ToolBarrierConfig tool,
    SpaceConfig space,
    double maxTorqueRateNmPerS,
    int maxSolverSteps) {
  /** FR3: 1000 Nm/s (libfranka). */
  public static final double FR3_TORQUE_RATE_NM_PER_S = 1000;

  public BarrierConfig {
    if (!(maxTorqueRateNmPerS > 0)) {
      throw new IllegalArgumentException(
          "maxTorqueRateNmPerS must be > 0, got " + maxTorqueRateNmPerS);
    }
    if (maxSolverSteps < 1) {
      throw new IllegalArgumentException("maxSolverSteps must be >= 1, got " + maxSolverSteps);
    }
  }

  /** With the solver's usual steps. */
  public BarrierConfig(
      JointBarrierConfig joints,
      ToolBarrierConfig tool,
      SpaceConfig space,
      double maxTorqueRateNmPerS) {
    this(joints, tool, space, maxTorqueRateNmPerS, DualActiveSet.USUAL_STEPS);
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
