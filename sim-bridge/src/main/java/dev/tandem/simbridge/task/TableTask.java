package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.AdjustableWorld;
import dev.tandem.simbridge.world.TableWorld;

/**
 * A task of the arm with a gripper at a table: actions {@code dx, dy, dz} in metres move the arm's
 * target, not the tool, and {@code gripper} is added to how far the gripper is closed. The world's
 * channels say all that is sensed. One thread.
 */
public abstract class TableTask implements SimulatedTask {
  /** Where the arm starts, unless a task says otherwise; rad. */
  static final double[] HOME_RAD = {0, -0.785, 0, -2.35, 0, 1.57, Math.PI / 4};

  private final TableWorld table;
  private final TablePace pace;
  private final SignalSpec actionSpec;

  /**
   * Puts nothing anywhere yet.
   *
   * @param steps what the actions are called after
   */
  TableTask(TableWorld table, String steps, TablePace pace) {
    this.table = table;
    this.pace = pace;
    this.actionSpec = Displacements.withGripper(steps, pace.maxStepMetres());
  }

  /** What it rewards, and when it is over. */
  abstract TableRules rules();

  final TableWorld table() {
    return table;
  }

  /** How its expert brings the tool somewhere. */
  final ToolPull pull(BoxSight sight) {
    return new ToolPull(sight, pace.decisionSeconds(), pace.maxStepMetres());
  }

  @Override
  public final double reward(Observation before, Action applied, Observation after) {
    return rules().reward(before, applied, after);
  }

  @Override
  public final boolean terminated(Observation after) {
    return rules().terminated(after);
  }

  @Override
  public final boolean succeeded(Observation after) {
    return rules().succeeded(after);
  }

  @Override
  public final ReturnRange returnRange() {
    return rules().returnRange(discount());
  }

  @Override
  public final Sensor taskSensor() {
    return NothingMore.SENSED;
  }

  @Override
  public final MeantContact meantContact() {
    return MeantContact.OF_TOOL;
  }

  @Override
  public final AdjustableWorld world() {
    return table;
  }

  @Override
  public final SignalSpec observationSpec() {
    return table.observationSpec();
  }

  @Override
  public final SignalSpec actionSpec() {
    return actionSpec;
  }

  @Override
  public final long periodNanos() {
    return TablePace.PERIOD_NANOS;
  }

  @Override
  public final int ticksPerDecision() {
    return pace.ticksPerDecision();
  }

  @Override
  public final int horizonSteps() {
    return pace.horizonSteps();
  }

  @Override
  public final double discount() {
    return pace.discount();
  }
}
