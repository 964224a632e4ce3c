package dev.tandem.policies.nn;

/** The forward pass as a textbook writes it, in double precision; what the fast ones must equal. */
final class NaiveActor {
  final double[] mean;
  private final ParameterLayout layout;
  private final float[] weights;

  NaiveActor(ActorShape shape, float[] weights, float[] features) {
    this.layout = shape.layout();
    this.weights = weights;
    double[] row = new double[features.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = features[i];
    }
    for (int layer = 0; layer < shape.hidden().size(); layer++) {
      row = dense("hidden." + layer, row);
      if (shape.layerNorm()) {
        normalise("hidden." + layer, row);
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = activate(shape.activation(), row[i]);
      }
    }
    mean = dense("mean", row);
  }

  private double[] dense(String name, double[] input) {
    ParameterLayout.Piece matrix = layout.piece(name + ".weights");
    int bias = layout.piece(name + ".bias").offset();
    double[] output = new double[matrix.shape()[1]];
    for (int j = 0; j < output.length; j++) {
      output[j] = weights[bias + j];
      for (int i = 0; i < input.length; i++) {
        output[j] += input[i] * weights[matrix.offset() + i * output.length + j];
      }
    }
    return output;
  }

  private void normalise(String name, double[] row) {
    double mean = 0;
    for (double value : row) {
      mean += value / row.length;
    }
    double variance = 0;
    for (double value : row) {
      variance += (value - mean) * (value - mean) / row.length;
    }
    for (int i = 0; i < row.length; i++) {
      double normal = (row[i] - mean) / Math.sqrt(variance + 1e-6);
      int gain = layout.piece(name + ".gain").offset();
      int shift = layout.piece(name + ".shift").offset();
      row[i] = normal * weights[gain + i] + weights[shift + i];
    }
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
