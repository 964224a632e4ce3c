package dev.tandem.simbridge.task;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;

/**
 * How an expert brings the tool somewhere by steps of the arm's target, of which it knows only what
 * the tool shows: the tool follows it like a critically damped spring of {@code w = sqrt(200)}
 * rad/s, and {@code target' = K1 (goal - tool) - K2 tool'} with {@code K1 = 8 w / 27, K2 = 1 / 3}
 * puts all three poles to {@code -2 w / 3}: quick, and without overshoot.
 *
 * @param sight of the tool
 * @param decisionSeconds from one action to the next
 * @param maxStepMetres along each axis
 */
record ToolPull(BoxSight sight, double decisionSeconds, double maxStepMetres) {
  private static final double ARM_RAD_PER_S = Math.sqrt(200);
  private static final double PULL_PER_S = 8 * ARM_RAD_PER_S / 27;
  private static final double DAMPING = 1.0 / 3;

  /** The step along an axis, for a tool that is so far from where it shall be. */
  @HotPath
  void write(Observation seen, MutableAction action, int axis, double missingMetres) {
    double speed = PULL_PER_S * missingMetres - DAMPING * sight.toolMPerS(seen, axis);
    action.set(axis, Displacements.clamp(decisionSeconds * speed, maxStepMetres));
  }
}
