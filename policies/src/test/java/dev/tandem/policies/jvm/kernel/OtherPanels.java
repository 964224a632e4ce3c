package dev.tandem.policies.jvm.kernel;

import java.util.Arrays;

/** Copies of a slab's matrices in panels of another width, one after the other. */
final class OtherPanels {
  private final TestSlab from;
  private final int width;
  private float[] values = {};

  OtherPanels(TestSlab from, int width) {
    this.from = from;
    this.width = width;
  }

  Panels room(int rows, int columns) {
    Panels panels = new Panels(values.length, rows, columns, width);
    values = Arrays.copyOf(values, values.length + panels.size());
    return panels;
  }

  Panels copy(Panels matrix) {
    Panels copy = room(matrix.rows(), matrix.columns());
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        values[copy.at(row, column)] = (float) from.get(matrix, row, column);
      }
    }
    return copy;
  }

  Product.Start zero() {
    return Product.Start.zero(room(1, width).offset());
  }

  float[] slab() {
    return values;
  }
}
