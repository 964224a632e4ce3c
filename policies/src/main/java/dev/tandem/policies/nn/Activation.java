package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/** What stands between the layers of a network. */
public enum Activation {
  /** max(0, x). */
  RELU,
  TANH,
  /** x / (1 + exp(-x)), also called swish. */
  SILU;

  /** Applies itself to {@code values[0 .. count - 1]} in place. */
  @HotPath
  public void apply(float[] values, int count) {
    switch (this) {
      case RELU -> relu(values, count);
      case TANH -> tanh(values, count);
      case SILU -> silu(values, count);
    }
  }

  private static void relu(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(0f, values[i]);
    }
  }

  private static void tanh(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (float) Math.tanh(values[i]);
    }
  }

  private static void silu(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (float) (values[i] / (1 + Math.exp(-values[i])));
    }
  }
}
