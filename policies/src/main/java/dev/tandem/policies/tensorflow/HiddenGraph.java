package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Hidden layers, forward and backward. The backward pass is written out because automatic
 * differentiation takes twice as many passes over memory for layer normalisation; a golden file
 * made with PyTorch's holds it to the truth. Weights of an ensemble have one dimension more.
 */
record HiddenGraph(FloatOps f, Layers layers) {
  /** As in Flax, which SERL and RLPD build on. */
  private static final double EPSILON = 1e-6;

  /** What a layer's backward pass needs to know of its forward pass. */
  record Layer(
      Operand<TFloat32> input,
      Operand<TFloat32> normal,
      Operand<TFloat32> scale,
      Operand<TFloat32> beforeActivation,
      Operand<TFloat32> output) {}

  /**
   * A forward pass.
   *
   * @param masks that the dense maps' outputs were multiplied by, one a layer; none for no dropout
   */
  record Pass(List<Layer> layers, List<Operand<TFloat32>> masks) {
    Operand<TFloat32> output() {
      return layers.get(layers.size() - 1).output();
    }
  }

  Pass forward(Weights weights, Operand<TFloat32> input) {
    return forward(weights, input, List.of());
  }

  /**
   * A pass with dropout, which stands before the normalisation (DroQ, arXiv 2110.02034, section 3).
   *
   * @param masks one a layer; none for no dropout
   */
  Pass forward(Weights weights, Operand<TFloat32> input, List<Operand<TFloat32>> masks) {
    List<Layer> pass = new ArrayList<>();
    Operand<TFloat32> x = input;
    for (int i = 0; i < layers.hidden().size(); i++) {
      Layer layer = forward(weights, "hidden." + i, x, masks(masks, i));
      pass.add(layer);
      x = layer.output();
    }
    return new Pass(pass, masks);
  }

  /**
   * Carries the gradient by the last layer's output back.
   *
   * @param gradients takes the gradients by the weights
   * @return the gradient by the input
   */
  Operand<TFloat32> backward(
      Weights weights, Pass pass, Operand<TFloat32> byOutput, Gradients gradients) {
    Operand<TFloat32> by = byOutput;
    for (int i = layers.hidden().size() - 1; i >= 0; i--) {
      Operand<TFloat32> byMasked = byMasked(weights, i, pass, by, gradients);
      Operand<TFloat32> byDense = masked(byMasked, masks(pass.masks(), i));
      by = backwardDense(weights, "hidden." + i, pass.layers().get(i).input(), byDense, gradients);
    }
    return by;
  }

  /** The mask of layer {@code i}, or none. */
  private static List<Operand<TFloat32>> masks(List<Operand<TFloat32>> masks, int i) {
    return masks.isEmpty() ? masks : masks.subList(i, i + 1);
  }

  private Operand<TFloat32> masked(Operand<TFloat32> x, List<Operand<TFloat32>> mask) {
    return mask.isEmpty() ? x : f.mul(x, mask.get(0));
  }

  private Layer forward(
      Weights weights, String name, Operand<TFloat32> input, List<Operand<TFloat32>> mask) {
    Operand<TFloat32> dense = masked(forwardDense(weights, name, input), mask);
    if (!layers.layerNorm()) {
      return new Layer(input, dense, dense, dense, activate(dense));
    }
    Operand<TFloat32> centred = f.sub(dense, f.rowMean(dense));
    Operand<TFloat32> variance = f.rowMean(f.square(centred));
    Operand<TFloat32> scale = f.tf().math.rsqrt(f.add(EPSILON, variance));
    Operand<TFloat32> normal = f.mul(centred, scale);
    Operand<TFloat32> shifted =
        f.addBias(f.mul(normal, weights.get(name + ".gain")), weights.get(name + ".shift"));
    return new Layer(input, normal, scale, shifted, activate(shifted));
  }

  /** Carries the gradient by a layer's output back to where the dense map ends. */
  private Operand<TFloat32> byMasked(
      Weights weights, int index, Pass pass, Operand<TFloat32> byOutput, Gradients gradients) {
    String name = "hidden." + index;
    Layer layer = pass.layers().get(index);
    Operand<TFloat32> by = derivative(layer, byOutput);
    if (layers.layerNorm()) {
      gradients.add(name + ".shift", f.sumOfRows(by));
      gradients.add(name + ".gain", f.sumOfRows(f.mul(by, layer.normal())));
      by = backwardNorm(layer, f.mul(by, weights.get(name + ".gain")));
    }
    return by;
  }

  /** Ba et al., arXiv 1607.06450: scale (d - mean(d) - n mean(d n)), with n the normal. */
  private Operand<TFloat32> backwardNorm(Layer layer, Operand<TFloat32> byNormal) {
    Operand<TFloat32> along = f.rowMean(f.mul(byNormal, layer.normal()));
    Operand<TFloat32> centred = f.sub(byNormal, f.rowMean(byNormal));
    return f.mul(f.sub(centred, f.mul(layer.normal(), along)), layer.scale());
  }

  Operand<TFloat32> forwardDense(Weights weights, String name, Operand<TFloat32> input) {
    return f.addBias(f.product(input, weights.get(name + ".weights")), weights.get(name + ".bias"));
  }

  Operand<TFloat32> backwardDense(
      Weights weights,
      String name,
      Operand<TFloat32> input,
      Operand<TFloat32> byOutput,
      Gradients gradients) {
    gradients.add(name + ".bias", f.sumOfRows(byOutput));
    gradients.add(name + ".weights", f.productOfTransposed(input, byOutput));
    return f.productWithTransposed(byOutput, weights.get(name + ".weights"));
  }

  private Operand<TFloat32> activate(Operand<TFloat32> x) {
    Ops tf = f.tf();
    return switch (layers.activation()) {
      case RELU -> tf.nn.relu(x);
      case LEAKY_RELU -> tf.math.maximum(x, f.mul(Activation.LEAK, x));
      case TANH -> tf.math.tanh(x);
      case SILU -> f.mul(x, tf.math.sigmoid(x));
    };
  }

  private Operand<TFloat32> derivative(Layer layer, Operand<TFloat32> by) {
    Ops tf = f.tf();
    return switch (layers.activation()) {
      case RELU -> tf.nn.reluGrad(by, layer.output());
      case LEAKY_RELU -> {
        Operand<TFloat32> passed = tf.nn.reluGrad(by, layer.output());
        yield f.add(f.mul(Activation.LEAK, by), f.mul(1 - Activation.LEAK, passed));
      }
      case TANH -> tf.math.tanhGrad(layer.output(), by);
      case SILU -> {
        Operand<TFloat32> gate = tf.math.sigmoid(layer.beforeActivation());
        Operand<TFloat32> rest = f.sub(f.constant(1), gate);
        yield f.mul(by, f.add(gate, f.mul(layer.output(), rest)));
      }
    };
  }
}
