package dev.tandem.policies.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a network.
 *
 * @param hidden width of each hidden layer, from the input on
 */
record StreamShape(int inputs, List<Integer> hidden, int outputs) {
  /** Of the inputs, the hidden layers and the outputs. */
  List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, inputs);
    widths.add(outputs);
    return widths;
  }
}
