package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.RowWeights;

/** The same network in double precision and as plainly as it can be written. */
final class NaiveNetwork {
  /** [layer][input, then bias][output]. */
  final double[][][] weights;

  NaiveNetwork(StreamNetwork network) {
    weights = new double[network.layers.length][][];
    for (int k = 0; k < weights.length; k++) {
      RowWeights layer = network.layers[k].weights();
      weights[k] = new double[layer.inputs() + 1][layer.outputs()];
      for (int i = 0; i < weights[k].length; i++) {
        for (int j = 0; j < layer.outputs(); j++) {
          weights[k][i][j] = network.slab()[layer.row(i) + j];
        }
      }
    }
  }

  double[] forward(float[] input) {
    double[] values = new double[input.length];
    for (int i = 0; i < input.length; i++) {
      values[i] = input[i];
    }
    for (int k = 0; k < weights.length; k++) {
      values = dense(weights[k], values);
      if (k < weights.length - 1) {
        values = units(values);
      }
    }
    return values;
  }

  private static double[] dense(double[][] rows, double[] input) {
    double[] output = rows[input.length].clone();
    for (int i = 0; i < input.length; i++) {
      for (int j = 0; j < output.length; j++) {
        output[j] += rows[i][j] * input[i];
      }
    }
    return output;
  }

  private static double[] units(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double[] output = new double[values.length];
    for (int j = 0; j < values.length; j++) {
      double normalised = (values[j] - mean) / Math.sqrt(variance + 1e-6);
      output[j] = normalised > 0 ? normalised : 0.01 * normalised;
    }
    return output;
  }
}
