package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/**
 * Layer normalisation (Ba et al., arXiv 1607.06450): (x - mean) / sqrt(variance + 1e-6) * gain +
 * shift over one row.
 */
final class LayerNorm {
  /** As in Flax, which SERL and RLPD build on. */
  static final double EPSILON = 1e-6;

  private final float[] weights;
  private final int gainOffset;
  private final int shiftOffset;
  private final int width;

  LayerNorm(float[] weights, int gainOffset, int shiftOffset, int width) {
    this.weights = weights;
    this.gainOffset = gainOffset;
    this.shiftOffset = shiftOffset;
    this.width = width;
  }

  @HotPath
  void apply(float[] values) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += values[i];
    }
    double mean = sum / width;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double scale = 1 / Math.sqrt(squares / width + EPSILON);
    for (int i = 0; i < width; i++) {
      double normalised = (values[i] - mean) * scale;
      values[i] = (float) (normalised * weights[gainOffset + i] + weights[shiftOffset + i]);
    }
  }
}
