package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticShape;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What every critic says of every row in a graph, forward and backward. The ensemble is cut into
 * parts that know nothing of each other, so that each thread can work through one: that scales
 * where splitting every single operation among the threads does not.
 */
final class CriticEnsemble {
  private final FloatOps f;
  private final CriticShape shape;
  private final int parts;
  private final HiddenGraph hidden;

  /** A forward pass of neighbouring critics. */
  private record Part(int from, int count, Weights weights, HiddenGraph.Pass pass) {}

  /**
   * A forward pass of all.
   *
   * @param outputs [critics][rows][outputs]
   */
  record Outputs(List<Part> parts, Operand<TFloat32> outputs) {}

  /**
   * @param parts that the ensemble is cut into at most
   */
  CriticEnsemble(FloatOps f, CriticShape shape, int parts) {
    this.f = f;
    this.shape = shape;
    this.parts = parts;
    this.hidden = new HiddenGraph(f, shape.layers());
  }

  CriticShape shape() {
    return shape;
  }

  /**
   * What the first {@code critics} of {@code weights} say.
   *
   * @param observation [rows][features]
   * @param action [rows][actions]
   * @param masks of the hidden layers, [critics][rows][width]; none for no dropout
   */
  Outputs forward(
      Weights weights,
      int critics,
      Operand<TFloat32> observation,
      Operand<TFloat32> action,
      List<Operand<TFloat32>> masks) {
    Ops tf = f.tf();
    Operand<TFloat32> row = tf.concat(List.of(observation, action), tf.constant(1));
    Operand<TFloat32> input = tf.expandDims(row, tf.constant(0));
    List<Part> done = new ArrayList<>();
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    int pieces = Math.min(parts, critics);
    for (int i = 0; i < pieces; i++) {
      int from = i * critics / pieces;
      int count = (i + 1) * critics / pieces - from;
      Weights own = weights.map(array -> f.rows(array, from, count));
      List<Operand<TFloat32>> ownMasks =
          masks.stream().map(mask -> f.rows(mask, from, count)).toList();
      HiddenGraph.Pass pass = hidden.forward(own, input, ownMasks);
      done.add(new Part(from, count, own, pass));
      outputs.add(hidden.forwardDense(own, "value", pass.output()));
    }
    return new Outputs(done, pieces == 1 ? outputs.get(0) : tf.concat(outputs, tf.constant(0)));
  }

  /**
   * Carries a gradient back.
   *
   * @param byOutputs [critics][rows][outputs]
   * @param gradients takes the gradients by the weights
   * @return the gradient by observation and action, [rows][inputs]
   */
  Operand<TFloat32> backward(Outputs said, Operand<TFloat32> byOutputs, Gradients gradients) {
    Ops tf = f.tf();
    List<Operand<TFloat32>> byInput = new ArrayList<>();
    for (Part part : said.parts()) {
      Operand<TFloat32> byValue = f.rows(byOutputs, part.from(), part.count());
      Operand<TFloat32> byOutput =
          hidden.backwardDense(part.weights(), "value", part.pass().output(), byValue, gradients);
      Operand<TFloat32> byOwn = hidden.backward(part.weights(), part.pass(), byOutput, gradients);
      byInput.add(tf.reduceSum(byOwn, tf.constant(0)));
    }
    return byInput.size() == 1 ? byInput.get(0) : tf.math.addN(byInput);
  }
}
