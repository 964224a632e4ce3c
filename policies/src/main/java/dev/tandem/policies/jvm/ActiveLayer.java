package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.nn.Activation;

/** A layer with an activation. */
final class ActiveLayer extends Layer {
  private final Activation activation;

  ActiveLayer(DenseWeights weights, Product.Left input, LayerTape tape, Activation activation) {
    super(weights, input, tape, isRectifier(activation));
    this.activation = activation;
  }

  @Override
  void shape(Kernels kernels, int from, int to) {
    activate(kernels, activation, tape, from, to);
  }

  @Override
  void backward(Kernels kernels, int from, int to) {
    derive(kernels, activation, tape, from, to);
  }
}
