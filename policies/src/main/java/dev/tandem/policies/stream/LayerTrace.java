package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;

/** The eligibility trace of one layer: z = decay * z + gradient, in the layer's own shape. */
final class LayerTrace {
  /** z, one value a weight. */
  final DenseLayer values;

  private final float[] columnNorms;

  LayerTrace(DenseLayer layer) {
    values = new DenseLayer(layer.inputs, layer.outputs);
    columnNorms = new float[layer.outputs];
  }

  /** Adds the gradient of a layer that saw {@code input}, and sums up |z| on the way. */
  @HotPath
  void accumulate(float decay, float[] input, float[] outputGradient) {
    for (int j = 0; j < columnNorms.length; j++) {
      columnNorms[j] = 0;
    }
    for (int i = 0; i < values.inputs; i++) {
      accumulateRow(decay, input[i], outputGradient, values.rows[i], columnNorms);
    }
    accumulateRow(decay, 1, outputGradient, values.rows[values.inputs], columnNorms);
  }

  @HotPath
  private static void accumulateRow(
      float decay, float x, float[] gradient, float[] row, float[] norms) {
    for (int j = 0; j < row.length; j++) {
      float z = decay * row[j] + x * gradient[j];
      row[j] = z;
      norms[j] += Math.abs(z);
    }
  }

  /** The sum of |z| as {@link #accumulate} left it. */
  @HotPath
  double norm() {
    double sum = 0;
    for (int j = 0; j < columnNorms.length; j++) {
      sum += columnNorms[j];
    }
    return sum;
  }

  /** Adds {@code scale * z} to the weights. */
  @HotPath
  void addTo(DenseLayer layer, float scale) {
    for (int i = 0; i < layer.rows.length; i++) {
      addRow(scale, values.rows[i], layer.rows[i]);
    }
  }

  @HotPath
  private static void addRow(float scale, float[] from, float[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] += scale * from[j];
    }
  }
}
