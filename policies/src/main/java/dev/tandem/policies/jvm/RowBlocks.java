package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.SlabPlan;

/**
 * A batch cut into blocks of rows that threads work on by turns. Nothing that comes out depends on
 * the cut.
 *
 * @param rows of the batch
 * @param height rows of a block, a multiple of {@link SlabPlan#ALIGNMENT}
 */
record RowBlocks(int rows, int height) {
  /** Weights that are fetched for fewer rows than this are hardly worth it. */
  private static final int LEAST = 32;

  /** One block for one thread, else two a thread, so that the last one waits less. */
  static RowBlocks of(int rows, int threads) {
    int blocks = threads == 1 ? 1 : Math.min(2 * threads, Math.ceilDiv(rows, LEAST));
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
