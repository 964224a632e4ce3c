package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Tiling;

/**
 * The weights of a layer with one output: they lie side by side, and after them the bias.
 *
 * @param row [1][inputs]
 */
record ValueWeights(Panels row) {
  int offset() {
    return row.offset();
  }

  int bias() {
    return row.offset() + row.size();
  }

  /** Weights and bias, padding included. */
  int size() {
    return row.size() + Tiling.WIDTH;
  }

  ValueWeights moved(int by) {
    return new ValueWeights(row.moved(by));
  }
}
