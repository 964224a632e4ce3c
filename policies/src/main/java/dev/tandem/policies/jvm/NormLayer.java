package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Norm;
import dev.tandem.policies.jvm.kernel.Product;
import dev.tandem.policies.nn.Activation;

/** A layer that is normalised before its activation. */
final class NormLayer extends Layer {
  private final Activation activation;
  private final Norm norm;

  NormLayer(DenseWeights weights, Product.Left input, LayerTape tape, Activation activation) {
    super(weights, input, tape, false);
    this.activation = activation;
    this.norm =
        new Norm(
            tape.sum(),
            tape.before(),
            Norm.Gain.of(weights.panels(), weights.gainRow()),
            tape.places(),
            new Norm.Back(tape.byOutput(), tape.bySum()),
            isRectifier(activation));
  }

  @Override
  void shape(Kernels kernels, int from, int to) {
    kernels.normalise(norm, from, to);
    activate(kernels, activation, tape, from, to);
  }

  @Override
  void backward(Kernels kernels, int from, int to) {
    derive(kernels, activation, tape, from, to);
    kernels.normaliseBack(norm, from, to);
  }
}
