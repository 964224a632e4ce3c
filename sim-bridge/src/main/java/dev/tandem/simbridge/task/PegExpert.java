package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;

/**
 * Sees the true hole: goes above it, then down, without haste. A peg that already stands on the
 * plate is not lifted but slid to the hole under light pressure, as a hand would.
 */
final class PegExpert implements Expert {
  private static final double MAX_STEP_METRES = 0.012;
  private static final double ALIGNED_METRES = 0.0015;
  private static final double HOVER_METRES = 0.004;
  private static final double TOUCHING_METRES = 0.001;
  private static final double SLIDE_METRES = 0.006;

  /** How deep the spring is pulled down while sliding: 2000 N/m make 12 N of it. */
  private static final double PRESS_METRES = 0.006;

  /** How much further the spring must be pulled sideways to overcome friction. */
  private static final double FRICTION_METRES = 0.0015;

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
    double height = observation.get(tool.offset() + 2) - hole[2];
    double distance = Math.hypot(dx, dy);
    boolean slides = height < TOUCHING_METRES && distance < SLIDE_METRES;
    boolean down = slides || distance < ALIGNED_METRES;
    double friction = slides && distance > 0 ? 1 + FRICTION_METRES / distance : 1;
    double dz = (down ? -GOAL_DEPTH_METRES : HOVER_METRES) - height;
    action.set(0, Displacements.clamp(friction * dx, MAX_STEP_METRES));
    action.set(1, Displacements.clamp(friction * dy, MAX_STEP_METRES));
    action.set(2, Displacements.clamp(dz, slides ? PRESS_METRES : MAX_STEP_METRES));
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
