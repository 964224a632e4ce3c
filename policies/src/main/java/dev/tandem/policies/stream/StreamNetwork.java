package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network for one row: hidden layers with normalisation and leaky ReLU, then a linear layer.
 * Holds its scratch arrays, so that a call allocates nothing; one instance a thread.
 */
final class StreamNetwork {
  final DenseLayer[] layers;
  private final HiddenUnits[] units;

  /** What each layer put out, after its units, [layer][output]. */
  private final float[][] outputs;

  private final float[][] gradients;
  private float[] input;

  private StreamNetwork(DenseLayer[] layers) {
    this.layers = layers;
    this.units = new HiddenUnits[layers.length - 1];
    this.outputs = new float[layers.length][];
    this.gradients = new float[layers.length][];
    for (int k = 0; k < layers.length; k++) {
      outputs[k] = new float[layers[k].outputs];
      gradients[k] = new float[layers[k].outputs];
    }
    for (int k = 0; k < units.length; k++) {
      units[k] = new HiddenUnits(layers[k].outputs);
    }
    this.input = new float[layers[0].inputs];
  }

  /** A network with {@link SparseWeights}. */
  static StreamNetwork draw(
      int inputs, List<Integer> hidden, int outputs, double sparsity, RandomGenerator random) {
    DenseLayer[] layers = new DenseLayer[hidden.size() + 1];
    int width = inputs;
    for (int k = 0; k < layers.length; k++) {
      int next = k < hidden.size() ? hidden.get(k) : outputs;
      layers[k] = new DenseLayer(width, next);
      SparseWeights.draw(layers[k], sparsity, random);
      width = next;
    }
    return new StreamNetwork(layers);
  }

  /** The same weights, also as they change, with scratch arrays of its own. */
  StreamNetwork sharing() {
    return new StreamNetwork(layers);
  }

  /** The weights as they are now. */
  StreamNetwork copy() {
    DenseLayer[] copies = new DenseLayer[layers.length];
    for (int k = 0; k < layers.length; k++) {
      copies[k] = layers[k].copy();
    }
    return new StreamNetwork(copies);
  }

  /** Returns the outputs, valid until the next call; keeps {@code input} for {@link #backward}. */
  @HotPath
  float[] forward(float[] input) {
    this.input = input;
    float[] from = input;
    for (int k = 0; k < layers.length; k++) {
      layers[k].forward(from, outputs[k]);
      if (k < units.length) {
        units[k].forward(outputs[k]);
      }
      from = outputs[k];
    }
    return from;
  }

  /**
   * Adds the gradient of the last {@link #forward} to traces that fade by {@code decay}.
   *
   * @param outputGradient of what is to be traced, by the outputs
   */
  @HotPath
  void backward(float[] outputGradient, float decay, LayerTrace[] traces) {
    float[] gradient = outputGradient;
    for (int k = layers.length - 1; k > 0; k--) {
      traces[k].accumulate(decay, outputs[k - 1], gradient);
      layers[k].inputGradient(gradient, gradients[k - 1]);
      units[k - 1].backward(gradients[k - 1]);
      gradient = gradients[k - 1];
    }
    traces[0].accumulate(decay, input, gradient);
  }
}
