package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.SlabPlan;

/**
 * A batch cut into blocks of rows that threads work on by turns.
 *
 * @param rows of the batch
 * @param height rows of a block, a multiple of {@link SlabPlan#ALIGNMENT}
 */
record RowBlocks(int rows, int height) {
  /** Weights that are fetched for a block are used that many times at most. */
  private static final int MOST = 64;

  static RowBlocks of(int rows) {
    int blocks = Math.ceilDiv(rows, MOST);
    return new RowBlocks(rows, SlabPlan.aligned(Math.ceilDiv(rows, blocks)));
  }

  /** Rows that matrices must have. */
  int paddedRows() {
    return SlabPlan.aligned(rows);
  }

  int count() {
    return Math.ceilDiv(rows, height);
  }

  int from(int block) {
    return block * height;
  }

  /** The row after the last one, padding included. */
  int to(int block) {
    return Math.min(paddedRows(), (block + 1) * height);
  }

  /** The row after the last one that counts. */
  int end(int block) {
    return Math.min(rows, (block + 1) * height);
  }
}
