package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.runtime.learn.Batch;

/**
 * A critic step's share of a batch in the slab. Each input has the observation and, right of it,
 * the action: an actor reads the left part alone and writes the right one.
 *
 * @param rows of the share
 * @param features of an observation
 * @param actions of an action
 * @param taken observation and the action that was taken
 * @param drawn observation and the policy's action
 * @param next the observation that followed and the policy's action there
 * @param reward [rows]
 * @param terminated [rows], 1 where nothing is bootstrapped
 */
record BatchPanels(
    RowBlocks rows,
    int features,
    int actions,
    Panels taken,
    Panels drawn,
    Panels next,
    int reward,
    int terminated) {
  static BatchPanels of(SlabPlan plan, RowBlocks rows, int features, int actions) {
    int padded = rows.paddedRows();
    int inputs = features + actions;
    return new BatchPanels(
        rows,
        features,
        actions,
        plan.panels(padded, inputs),
        plan.panels(padded, inputs),
        plan.panels(padded, inputs),
        plan.take(padded),
        plan.take(padded));
  }

  /** Copies rows {@code first ..} of {@code batch} to the slab. */
  void load(float[] slab, Batch batch, int first) {
    int count = rows.rows();
    copy(batch.observation, first, features, slab, taken, 0);
    copy(batch.action, first, actions, slab, taken, features);
    copy(batch.observation, first, features, slab, drawn, 0);
    copy(batch.nextObservation, first, features, slab, next, 0);
    System.arraycopy(batch.reward, first, slab, reward, count);
    System.arraycopy(batch.terminated, first, slab, terminated, count);
  }

  private void copy(float[] from, int first, int width, float[] slab, Panels to, int column) {
    for (int row = 0; row < rows.rows(); row++) {
      int source = (first + row) * width;
      for (int i = 0; i < width; i++) {
        slab[to.at(row, column + i)] = from[source + i];
      }
    }
  }
}
