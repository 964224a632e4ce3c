package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.RowWeights;
import dev.tandem.runtime.learn.NamedArray;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The same network in double precision and as plainly as it can be written. */
final class NaiveStreamNetwork {
  private static final double STEP = 1e-6;

  /** [layer][input, then bias][output]. */
  final double[][][] weights;

  NaiveStreamNetwork(StreamNetwork network) {
    weights = new double[network.layers.length][][];
    for (int k = 0; k < weights.length; k++) {
      RowWeights layer = network.layers[k].weights();
      weights[k] = matrix(layer.in(network.slab()), layer.inputs() + 1, layer.outputs());
    }
  }

  /** Of what a learner exported as {@code prefix/layer.0}, {@code prefix/layer.1} and so on. */
  NaiveStreamNetwork(List<NamedArray> arrays, String prefix) {
    weights =
        arrays.stream()
            .filter(array -> array.name().startsWith(prefix + "/layer."))
            .map(array -> matrix(array.values(), array.shape()[0], array.shape()[1]))
            .toArray(double[][][]::new);
  }

  private static double[][] matrix(float[] values, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < values.length; i++) {
      matrix[i / columns][i % columns] = values[i];
    }
    return matrix;
  }

  double[] forward(float[] input) {
    return forward(IntStream.range(0, input.length).mapToDouble(i -> input[i]).toArray());
  }

  double[] forward(double[] input) {
    double[] values = input;
    for (int k = 0; k < weights.length; k++) {
      values = dense(weights[k], values);
      if (k < weights.length - 1) {
        values = units(values);
      }
    }
    return values;
  }

  /** The gradient of what is made {@code ofOutputs} by every weight, by central differences. */
  double[][][] gradient(double[] input, ToDoubleFunction<double[]> ofOutputs) {
    double[][][] gradient = zeros();
    for (int k = 0; k < weights.length; k++) {
      for (int i = 0; i < weights[k].length; i++) {
        for (int j = 0; j < weights[k][i].length; j++) {
          double weight = weights[k][i][j];
          weights[k][i][j] = weight + STEP;
          double above = ofOutputs.applyAsDouble(forward(input));
          weights[k][i][j] = weight - STEP;
          double below = ofOutputs.applyAsDouble(forward(input));
          weights[k][i][j] = weight;
          gradient[k][i][j] = (above - below) / (2 * STEP);
        }
      }
    }
    return gradient;
  }

  /** As many as there are weights. */
  double[][][] zeros() {
    double[][][] zeros = new double[weights.length][][];
    for (int k = 0; k < weights.length; k++) {
      zeros[k] = new double[weights[k].length][weights[k][0].length];
    }
    return zeros;
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
