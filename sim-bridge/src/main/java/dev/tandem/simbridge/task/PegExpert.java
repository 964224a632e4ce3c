package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;

/** Sees the true hole: goes above it, then down, without haste. */
final class PegExpert implements Expert {
  private static final double MAX_STEP_METRES = 0.012;
  private static final double ALIGNED_METRES = 0.0015;
  private static final double HOVER_METRES = 0.004;
  private static final double GOAL_DEPTH_METRES = 0.02;

  private final Block tool;
  private final double[] hole;

  /** The array stays the task's own and follows its resets. */
  PegExpert(Block tool, double[] trueHole) {
    this.tool = tool;
    this.hole = trueHole;
  }

  @Override
  @HotPath
  public void act(Observation observation, MutableAction action) {
    double dx = hole[0] - observation.get(tool.offset());
    double dy = hole[1] - observation.get(tool.offset() + 1);
    boolean aligned = Math.hypot(dx, dy) < ALIGNED_METRES;
    double targetZ = hole[2] + (aligned ? -GOAL_DEPTH_METRES : HOVER_METRES);
    double dz = targetZ - observation.get(tool.offset() + 2);
    action.set(0, Displacements.clamp(dx, MAX_STEP_METRES));
    action.set(1, Displacements.clamp(dy, MAX_STEP_METRES));
    action.set(2, Displacements.clamp(dz, MAX_STEP_METRES));
  }

  @Override
  @HotPath
  public double remainingMetres(Observation observation) {
    double dx = hole[0] - observation.get(tool.offset());
    double dy = hole[1] - observation.get(tool.offset() + 1);
    double dz = hole[2] - GOAL_DEPTH_METRES - observation.get(tool.offset() + 2);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
