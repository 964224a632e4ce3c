package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Gradients by the arrays of a network, as a backward pass finds them. The parts of an ensemble
 * give theirs one after the other.
 */
final class Gradients {
  private final Map<String, List<Operand<TFloat32>>> arrays = new HashMap<>();

  void add(String name, Operand<TFloat32> gradient) {
    arrays.computeIfAbsent(name, unknown -> new ArrayList<>()).add(gradient);
  }

  /** All of them in one row, in the order of {@code layout}. */
  Operand<TFloat32> flat(FloatOps f, ParameterLayout layout) {
    List<Operand<TFloat32>> ordered = new ArrayList<>();
    for (ParameterLayout.Piece piece : layout.pieces()) {
      List<Operand<TFloat32>> parts = arrays.get(piece.name());
      if (parts == null) {
        throw new IllegalStateException("no gradient by " + piece.name());
      }
      parts.forEach(part -> ordered.add(f.flat(part)));
    }
    return f.tf().concat(ordered, f.tf().constant(0));
  }
}
