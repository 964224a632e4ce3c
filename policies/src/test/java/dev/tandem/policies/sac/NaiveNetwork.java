package dev.tandem.policies.sac;

import dev.tandem.policies.nn.Activation;
import java.util.Arrays;

/**
 * Layers in double precision, one row at a time, straight from the formulas.
 *
 * @param prefix of the arrays' names
 * @param member which network of an ensemble; 0 of a single one
 */
record NaiveNetwork(Arrays64 arrays, String prefix, int member) {
  private static final double EPSILON = 1e-6;

  /** What a unit of a hidden layer is multiplied by before its normalisation. */
  interface Mask {
    Mask NONE = (layer, unit) -> 1;

    double at(int layer, int unit);
  }

  /** The last hidden layer's output. */
  double[] hidden(Layers layers, double[] input, Mask mask) {
    double[] x = input;
    for (int layer = 0; layer < layers.hidden().size(); layer++) {
      String name = "hidden." + layer;
      x = dense(name, x, layers.hidden().get(layer));
      for (int unit = 0; unit < x.length; unit++) {
        x[unit] *= mask.at(layer, unit);
      }
      if (layers.layerNorm()) {
        normalise(name, x);
      }
      Activation activation = layers.activation();
      x = Arrays.stream(x).map(value -> activate(activation, value)).toArray();
    }
    return x;
  }

  double[] dense(String name, double[] input, int outputs) {
    double[] weights = arrays.get(prefix + name + ".weights");
    double[] output = part(name + ".bias", outputs);
    for (int i = 0; i < input.length; i++) {
      for (int j = 0; j < outputs; j++) {
        output[j] += input[i] * weights[(member * input.length + i) * outputs + j];
      }
    }
    return output;
  }

  private void normalise(String name, double[] x) {
    double[] gain = part(name + ".gain", x.length);
    double[] shift = part(name + ".shift", x.length);
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - mean) / Math.sqrt(variance + EPSILON) * gain[i] + shift[i];
    }
  }

  private double[] part(String name, int width) {
    return Arrays.copyOfRange(arrays.get(prefix + name), member * width, (member + 1) * width);
  }

  private static double activate(Activation activation, double x) {
    return switch (activation) {
      case RELU -> Math.max(0, x);
      case LEAKY_RELU -> Math.max(x, 0.01 * x);
      case TANH -> Math.tanh(x);
      case SILU -> x / (1 + Math.exp(-x));
    };
  }
}
