package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Panels;

/**
 * The weights of one layer: a row for each input, rows that are nobody's up to a multiple of eight,
 * the bias, and with a norm its gain and its shift. What belongs to some columns is so one stretch
 * of memory.
 *
 * @param panels [rows][outputs]
 * @param inputs that count
 */
record DenseWeights(Panels panels, int inputs) {
  static DenseWeights at(int offset, int inputs, int outputs, boolean norm) {
    return new DenseWeights(
        new Panels(offset, paddedInputs(inputs) + (norm ? 3 : 1), outputs), inputs);
  }

  int paddedInputs() {
    return paddedInputs(inputs);
  }

  int biasRow() {
    return paddedInputs();
  }

  int gainRow() {
    return paddedInputs() + 1;
  }

  int shiftRow() {
    return paddedInputs() + 2;
  }

  DenseWeights moved(int by) {
    return new DenseWeights(panels.moved(by), inputs);
  }

  /** The tiles of a product have up to eight rows. */
  private static int paddedInputs(int inputs) {
    return Math.ceilDiv(inputs, 8) * 8;
  }
}
