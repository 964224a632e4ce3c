package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.runtime.learn.Batch;

/**
 * A critic step's share of a batch in the slab. Each input has the observation and, right of it,
 * the action: an actor reads the left part alone, and what it draws is written to the right one.
 */
final class BatchPanels {
  final RowBlocks rows;
  final int features;
  final int actions;

  /** Observation and the action that was taken. */
  final Panels taken;

  /** Observation and the policy's action. */
  final Panels drawn;

  /** The observation that followed and the policy's action there. */
  final Panels next;

  /** [rows]. */
  final int reward;

  /** [rows], 1 where nothing is bootstrapped. */
  final int terminated;

  private final RowCopy takenObservation;
  private final RowCopy takenAction;
  private final RowCopy drawnObservation;
  private final RowCopy nextObservation;

  BatchPanels(SlabPlan plan, RowBlocks rows, int features, int actions) {
    this.rows = rows;
    this.features = features;
    this.actions = actions;
    taken = plan.panels(rows.paddedRows(), features + actions);
    drawn = plan.panels(rows.paddedRows(), features + actions);
    next = plan.panels(rows.paddedRows(), features + actions);
    reward = plan.take(rows.paddedRows());
    terminated = plan.take(rows.paddedRows());
    takenObservation = new RowCopy(taken, 0, features);
    takenAction = new RowCopy(taken, features, actions);
    drawnObservation = new RowCopy(drawn, 0, features);
    nextObservation = new RowCopy(next, 0, features);
  }

  /** Copies rows {@code first ..} of {@code batch} to the slab. */
  void load(float[] slab, Batch batch, int first) {
    int count = rows.rows();
    takenObservation.run(batch.observation, first, count, slab);
    takenAction.run(batch.action, first, count, slab);
    drawnObservation.run(batch.observation, first, count, slab);
    nextObservation.run(batch.nextObservation, first, count, slab);
    System.arraycopy(batch.reward, first, slab, reward, count);
    System.arraycopy(batch.terminated, first, slab, terminated, count);
  }
}
