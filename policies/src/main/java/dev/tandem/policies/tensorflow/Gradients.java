package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Gradients by the arrays of a network, as a backward pass finds them. */
final class Gradients {
  private final Map<String, Operand<TFloat32>> arrays = new HashMap<>();

  void put(String name, Operand<TFloat32> gradient) {
    arrays.put(name, gradient);
  }

  /** All of them in one row, in the order of {@code layout}. */
  Operand<TFloat32> flat(FloatOps f, ParameterLayout layout) {
    List<Operand<TFloat32>> ordered = new ArrayList<>();
    for (ParameterLayout.Piece piece : layout.pieces()) {
      Operand<TFloat32> gradient = arrays.get(piece.name());
      if (gradient == null) {
        throw new IllegalStateException("no gradient by " + piece.name());
      }
      ordered.add(f.flat(gradient));
    }
    return f.tf().concat(ordered, f.tf().constant(0));
  }
}
