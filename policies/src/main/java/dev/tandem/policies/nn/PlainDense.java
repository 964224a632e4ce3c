package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/** A layer on plain arrays, for machines without the Vector API. */
final class PlainDense implements Dense {
  private final float[] weights;
  private final int weightsOffset;
  private final int biasOffset;
  private final int inputs;
  private final int outputs;

  PlainDense(float[] weights, int weightsOffset, int biasOffset, int inputs, int outputs) {
    this.weights = weights;
    this.weightsOffset = weightsOffset;
    this.biasOffset = biasOffset;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  @Override
  @HotPath
  public void forward(float[] input, float[] output) {
    columnsFrom(0, input, output);
  }

  /** Computes outputs {@code first ..}; every sum runs over the inputs in order, fused. */
  @HotPath
  void columnsFrom(int first, float[] input, float[] output) {
    System.arraycopy(weights, biasOffset + first, output, first, outputs - first);
    for (int i = 0; i < inputs; i++) {
      accumulate(input[i], weightsOffset + i * outputs, first, output);
    }
  }

  private void accumulate(float input, int row, int first, float[] output) {
    for (int j = first; j < outputs; j++) {
      output[j] = Math.fma(input, weights[row + j], output[j]);
    }
  }
}
