package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The arrays of a network at one moment of a graph.
 *
 * @param arrays in the order of {@code layout}
 */
record Weights(ParameterLayout layout, List<Operand<TFloat32>> arrays) {
  Operand<TFloat32> get(String name) {
    return arrays.get(layout.pieces().indexOf(layout.piece(name)));
  }

  /** The same arrays, each changed by {@code change}. */
  Weights map(UnaryOperator<Operand<TFloat32>> change) {
    return new Weights(layout, arrays.stream().map(change).toList());
  }
}
