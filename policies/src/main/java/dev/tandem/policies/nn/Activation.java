package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/** What stands between the layers of a network. */
public enum Activation {
  /** max(0, x). */
  RELU,
  /** max(x, {@link #LEAK} x). */
  LEAKY_RELU,
  TANH,
  /** x / (1 + exp(-x)), also called swish. */
  SILU;

  /** The slope of the leaky rectifier below zero. */
  public static final float LEAK = 0.01f;

  /** Applies itself to {@code values[0 .. count - 1]} in place. */
  @HotPath
  public void apply(float[] values, int count) {
    switch (this) {
      case RELU -> relu(values, count);
      case LEAKY_RELU -> leakyRelu(values, count);
      case TANH -> tanh(values, count);
      case SILU -> silu(values, count);
    }
  }

  private static void relu(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(0f, values[i]);
    }
  }

  private static void leakyRelu(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(values[i], LEAK * values[i]);
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
