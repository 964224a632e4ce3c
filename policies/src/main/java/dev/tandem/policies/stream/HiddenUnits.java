package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Norm;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.Activation;
import dev.tandem.runtime.time.HotPath;

/**
 * What stands between two layers: layer normalisation without parameters (Ba et al., arXiv
 * 1607.06450), then leaky ReLU.
 *
 * @param output [1][width]
 * @param byOutput gradient by the output, [1][width]
 */
record HiddenUnits(Panels output, Panels byOutput, Norm norm) {
  static HiddenUnits after(SlabPlan plan, DenseLayer layer) {
    int width = layer.sum().columns();
    Panels output = plan.panels(1, width);
    Panels byOutput = plan.panels(1, width);
    Norm.Places places = Norm.Places.of(plan, 1, width);
    Norm norm =
        new Norm(
            layer.sum(),
            output,
            Norm.Gain.none(places, plan.zeros()),
            places,
            new Norm.Back(byOutput, layer.bySum()),
            false);
    return new HiddenUnits(output, byOutput, norm);
  }

  /** From the layer's sum to the output. */
  @HotPath
  void forward(Kernels kernels) {
    int place = output.offset();
    kernels.normalise(norm, 0, 1);
    kernels.activate(Activation.LEAKY_RELU, place, place, output.size());
  }

  /** From the gradient by the output to that by the layer's sum. */
  @HotPath
  void backward(Kernels kernels) {
    int place = output.offset();
    kernels.derive(Activation.LEAKY_RELU, place, place, byOutput.offset(), output.size());
    kernels.normaliseBack(norm, 0, 1);
  }
}
