package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** All arrays of a network in one resource variable: one optimiser step moves them all. */
final class FlatVariable {
  private final String name;
  private final ParameterLayout layout;
  private final VarHandleOp handle;
  private final Placeholder<TFloat32> newValue;
  private final Op assign;
  private final Operand<TFloat32> value;

  FlatVariable(Ops tf, String name, ParameterLayout layout) {
    this.name = name;
    this.layout = layout;
    Shape shape = Shape.of(layout.size());
    handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    newValue = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    assign = tf.assignVariableOp(handle, newValue);
    value = read(tf);
  }

  String name() {
    return name;
  }

  ParameterLayout layout() {
    return layout;
  }

  VarHandleOp handle() {
    return handle;
  }

  Placeholder<TFloat32> newValue() {
    return newValue;
  }

  /** Takes over what {@link #newValue} is fed. */
  Op assign() {
    return assign;
  }

  /** What a session finds in it before anything else of the same run. */
  Operand<TFloat32> value() {
    return value;
  }

  /** The value after the control dependencies of {@code tf}. */
  Operand<TFloat32> read(Ops tf) {
    return tf.readVariableOp(handle, TFloat32.class);
  }

  /** The arrays that the variable consists of once {@code after} have run. */
  Weights weightsAfter(Ops tf, List<Op> after) {
    Operand<TFloat32> flat = read(tf.withControlDependencies(after));
    List<ParameterLayout.Piece> pieces = layout.pieces();
    int[] sizes = pieces.stream().mapToInt(ParameterLayout.Piece::size).toArray();
    Operation split = tf.splitV(flat, tf.constant(sizes), tf.constant(0), (long) sizes.length).op();
    List<Operand<TFloat32>> arrays = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      Operand<TFloat32> piece = split.output(i);
      arrays.add(tf.reshape(piece, tf.constant(pieces.get(i).shape())));
    }
    return new Weights(layout, arrays);
  }
}
