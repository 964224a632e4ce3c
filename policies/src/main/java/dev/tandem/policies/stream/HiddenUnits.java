package dev.tandem.policies.stream;

import dev.tandem.runtime.time.HotPath;

/**
 * What stands between two layers: layer normalisation without parameters (Ba et al., arXiv
 * 1607.06450), then leaky ReLU.
 */
final class HiddenUnits {
  static final double EPSILON = 1e-5;
  static final float LEAK = 0.01f;

  private final float[] normalised;
  private float scale;

  HiddenUnits(int width) {
    this.normalised = new float[width];
  }

  /** In place; keeps what {@link #backward} needs. */
  @HotPath
  void forward(float[] values) {
    int width = normalised.length;
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += values[j];
    }
    double mean = sum / width;
    double squares = 0;
    for (int j = 0; j < width; j++) {
      squares += (values[j] - mean) * (values[j] - mean);
    }
    scale = (float) (1 / Math.sqrt(squares / width + EPSILON));
    for (int j = 0; j < width; j++) {
      float n = (values[j] - (float) mean) * scale;
      normalised[j] = n;
      values[j] = Math.max(n, LEAK * n);
    }
  }

  /** From the gradient by the outputs to that by the inputs, in place. */
  @HotPath
  void backward(float[] gradient) {
    int width = normalised.length;
    double sum = 0;
    double along = 0;
    for (int j = 0; j < width; j++) {
      float g = normalised[j] > 0 ? gradient[j] : LEAK * gradient[j];
      gradient[j] = g;
      sum += g;
      along += g * normalised[j];
    }
    float meanGradient = (float) (sum / width);
    float meanAlong = (float) (along / width);
    for (int j = 0; j < width; j++) {
      gradient[j] = scale * (gradient[j] - meanGradient - normalised[j] * meanAlong);
    }
  }
}
