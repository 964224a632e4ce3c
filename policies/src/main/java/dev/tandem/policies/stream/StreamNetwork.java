package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.HotPath;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network for one row: hidden layers with normalisation and leaky ReLU, then a linear layer.
 * Holds its scratch arrays, so that a call allocates nothing; one instance a thread.
 */
final class StreamNetwork {
  final DenseLayer[] layers;
  private final StreamShape shape;
  private final Kernels kernels;
  private final HiddenUnits[] units;
  private final Panels input;
  private final float[] outputs;

  StreamNetwork(SlabPlan plan, Kernels kernels, StreamShape shape) {
    this.kernels = kernels;
    this.shape = shape;
    List<Integer> widths = shape.widths();
    this.layers = new DenseLayer[widths.size() - 1];
    this.units = new HiddenUnits[layers.length - 1];
    this.input = plan.panels(1, shape.inputs());
    this.outputs = new float[shape.outputs()];
    Panels from = input;
    for (int k = 0; k < layers.length; k++) {
      layers[k] = DenseLayer.over(plan, from, widths.get(k + 1));
      if (k < units.length) {
        units[k] = HiddenUnits.after(plan, layers[k]);
        from = units[k].output();
      }
    }
  }

  /** One that acts and does not learn; its weights are zero. */
  private static StreamNetwork of(StreamShape shape) {
    return SlabPlan.layOut(
        Arithmetic.fastest(), (plan, kernels) -> new StreamNetwork(plan, kernels, shape));
  }

  /** Gives it {@link SparseWeights}. */
  void draw(double sparsity, RandomGenerator random) {
    for (DenseLayer layer : layers) {
      SparseWeights.draw(slab(), layer.weights(), sparsity, random);
    }
  }

  /** The weights as they are now. */
  StreamNetwork copy() {
    StreamNetwork copy = of(shape);
    for (int k = 0; k < layers.length; k++) {
      RowWeights weights = layers[k].weights();
      copy.layers[k].weights().set(copy.slab(), weights.in(slab()));
    }
    return copy;
  }

  /** Everything that it computes with. */
  float[] slab() {
    return kernels.slab();
  }

  /** Returns the outputs, valid until the next call. */
  @HotPath
  float[] forward(float[] features) {
    System.arraycopy(features, 0, kernels.slab(), input.offset(), features.length);
    for (int k = 0; k < layers.length; k++) {
      layers[k].forward(kernels);
      if (k < units.length) {
        units[k].forward(kernels);
      }
    }
    int place = layers[layers.length - 1].sum().offset();
    System.arraycopy(kernels.slab(), place, outputs, 0, outputs.length);
    return outputs;
  }

  /**
   * Adds the gradient of the last {@link #forward} to traces that fade by {@code decay}.
   *
   * @param outputGradient of what is to be traced, by the outputs
   */
  @HotPath
  void backward(float[] outputGradient, float decay, LayerTrace[] traces) {
    int place = layers[layers.length - 1].bySum().offset();
    System.arraycopy(outputGradient, 0, kernels.slab(), place, outputGradient.length);
    for (int k = layers.length - 1; k >= 0; k--) {
      traces[k].accumulate(kernels, decay);
      if (k > 0) {
        layers[k].backward(kernels, units[k - 1].byOutput());
        units[k - 1].backward(kernels);
      }
    }
  }

  /** weights += scale z. */
  @HotPath
  void add(float scale, LayerTrace[] traces) {
    for (int k = 0; k < layers.length; k++) {
      traces[k].addTo(kernels, layers[k].weights(), scale);
    }
  }
}
