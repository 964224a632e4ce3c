package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.person.Expert;

/** Goes straight to the target. */
final class ReachExpert implements Expert {
  private static final double MAX_STEP_METRES = 0.03;

  private final Block tool;
  private final TargetPoint target;

  ReachExpert(Block tool, TargetPoint target) {
    this.tool = tool;
    this.target = target;
  }

  @Override
  @HotPath
  public void act(Observation observation, MutableAction action) {
    for (int k = 0; k < 3; k++) {
      double offset = target.seen()[k] - observation.get(tool.offset() + k);
      action.set(k, Displacements.clamp(offset, MAX_STEP_METRES));
    }
  }

  @Override
  @HotPath
  public double remainingMetres(Observation observation) {
    return target.distanceMetres(observation, tool);
  }
}
