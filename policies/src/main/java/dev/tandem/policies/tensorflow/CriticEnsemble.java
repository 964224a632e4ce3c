package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticShape;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** Every critic's value of every row in a graph, forward and backward. */
final class CriticEnsemble {
  private final FloatOps f;
  private final CriticShape shape;
  private final Mlp hidden;

  /**
   * A forward pass.
   *
   * @param q [critics][rows]
   */
  record Values(Mlp.Pass pass, Operand<TFloat32> q) {}

  CriticEnsemble(FloatOps f, CriticShape shape) {
    this.f = f;
    this.shape = shape;
    this.hidden = new Mlp(f, shape.layers());
  }

  CriticShape shape() {
    return shape;
  }

  Values forward(Weights weights, Operand<TFloat32> observation, Operand<TFloat32> action) {
    Ops tf = f.tf();
    Operand<TFloat32> input = tf.concat(List.of(observation, action), tf.constant(1));
    Mlp.Pass pass = hidden.forward(weights, tf.expandDims(input, tf.constant(0)));
    Operand<TFloat32> value = hidden.forwardDense(weights, "value", pass.output());
    return new Values(pass, tf.squeeze(value, Squeeze.axis(List.of(2L))));
  }

  /**
   * Carries a gradient back.
   *
   * @param byQ [critics][rows]
   * @param gradients takes the gradients by the weights
   * @return the gradient by observation and action, [rows][inputs]
   */
  Operand<TFloat32> backward(
      Weights weights, Values values, Operand<TFloat32> byQ, Gradients gradients) {
    Ops tf = f.tf();
    Operand<TFloat32> byValue = tf.expandDims(byQ, tf.constant(2));
    Operand<TFloat32> byOutput =
        hidden.backwardDense(weights, "value", values.pass().output(), byValue, gradients);
    Operand<TFloat32> byInput = hidden.backward(weights, values.pass(), byOutput, gradients);
    return tf.reduceSum(byInput, tf.constant(0));
  }
}
