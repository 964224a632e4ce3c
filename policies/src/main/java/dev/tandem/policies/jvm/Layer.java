package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.sac.Layers;

/** A dense layer over a batch: output = activation(norm(input weights + bias)). */
abstract sealed class Layer permits LinearLayer, ActiveLayer, NormLayer {
  final LayerTape tape;
  private final Product product;

  Layer(DenseWeights weights, Product.Left input, LayerTape tape, boolean rectified) {
    this.tape = tape;
    Product.Start bias = Product.Start.row(weights.panels(), weights.biasRow());
    this.product = new Product(input, weights.panels(), tape.sum(), bias, rectified);
  }

  static Layer hidden(DenseWeights weights, Product.Left input, LayerTape tape, Layers settings) {
    return settings.layerNorm()
        ? new NormLayer(weights, input, tape, settings.activation())
        : new ActiveLayer(weights, input, tape, settings.activation());
  }

  /** Rows {@code from .. to - 1}. */
  final void forward(Kernels kernels, int from, int to) {
    product.run(kernels, from, to);
    mask(kernels, tape.sum(), from, to);
    shape(kernels, from, to);
  }

  /** From the gradient by the output to that by the product, rows {@code from .. to - 1}. */
  final void back(Kernels kernels, int from, int to) {
    backward(kernels, from, to);
    mask(kernels, tape.bySum(), from, to);
  }

  /** A mask is never negative, so that a rectifier may stand before it or after. */
  private void mask(Kernels kernels, Panels values, int from, int to) {
    float[] slab = kernels.slab();
    int count = (to - from) * Tiling.WIDTH;
    for (int panel = 0; panel < tape.mask().panels(); panel++) {
      int mask = tape.mask().row(panel, from);
      int value = values.row(panel, from);
      for (int i = 0; i < count; i++) {
        slab[value + i] *= slab[mask + i];
      }
    }
  }

  /** From the sum to the output. */
  abstract void shape(Kernels kernels, int from, int to);

  /** From the gradient by the output to that by the sum, rows {@code from .. to - 1}. */
  abstract void backward(Kernels kernels, int from, int to);

  /** A rectifier is done along with what comes before it. */
  static boolean isRectifier(Activation activation) {
    return activation == Activation.RELU;
  }

  static void activate(Kernels kernels, Activation activation, LayerTape tape, int from, int to) {
    if (isRectifier(activation)) {
      return;
    }
    int count = (to - from) * Tiling.WIDTH;
    for (int panel = 0; panel < tape.output().panels(); panel++) {
      int before = tape.before().row(panel, from);
      kernels.activate(activation, before, tape.output().row(panel, from), count);
    }
  }

  static void derive(Kernels kernels, Activation activation, LayerTape tape, int from, int to) {
    int count = (to - from) * Tiling.WIDTH;
    for (int panel = 0; panel < tape.output().panels(); panel++) {
      int before = tape.before().row(panel, from);
      int after = tape.output().row(panel, from);
      kernels.derive(activation, before, after, tape.byOutput().row(panel, from), count);
    }
  }
}
