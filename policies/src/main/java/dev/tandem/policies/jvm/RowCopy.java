package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Tiling;

/**
 * Where rows that lie side by side go in a matrix of panels.
 *
 * @param to the matrix
 * @param column of the first value
 * @param width values of a row
 */
record RowCopy(Panels to, int column, int width) {
  /** Copies rows {@code first .. first + count - 1} of {@code from} to the matrix' first ones. */
  void run(float[] from, int first, int count, float[] slab) {
    for (int row = 0; row < count; row++) {
      copy(from, (first + row) * width, slab, row);
    }
  }

  /** In as many pieces as there are panels that the row lies in. */
  private void copy(float[] from, int at, float[] slab, int row) {
    int done = 0;
    while (done < width) {
      int place = column + done;
      int count = Math.min(width - done, Tiling.WIDTH - place % Tiling.WIDTH);
      System.arraycopy(from, at + done, slab, to.at(row, place), count);
      done += count;
    }
  }
}
