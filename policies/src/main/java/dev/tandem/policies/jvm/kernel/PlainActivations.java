package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Activation;

/** Activations and their derivatives, value by value. */
final class PlainActivations {
  /** e^(2x) - 1. */
  static final Exponential TWICE_LESS_ONE = new Exponential(2, 1);

  /** e^(-x). */
  static final Exponential NEGATED = new Exponential(-1, 0);

  private PlainActivations() {}

  static float activated(Activation activation, float x) {
    return switch (activation) {
      case RELU -> x < 0 ? 0 : x;
      case LEAKY_RELU -> x < 0 ? x * Activation.LEAK : x;
      case TANH -> tanh(TWICE_LESS_ONE.of(x));
      case SILU -> x / (NEGATED.of(x) + 1);
    };
  }

  /** The gradient at x, where the activation is y, of what has the gradient {@code by} at y. */
  static float derived(Activation activation, float x, float y, float by) {
    return switch (activation) {
      case RELU -> y > 0 ? by : 0;
      case LEAKY_RELU -> y > 0 ? by : by * Activation.LEAK;
      case TANH -> Math.fma(-y, y, 1) * by;
      case SILU -> siluSlope(y, x == 0 ? 0.5f : y / x) * by;
    };
  }

  private static float tanh(float grown) {
    return grown / (grown + 2);
  }

  /** With g the sigmoid of x, y = x g and dy/dx = g + y (1 - g). */
  private static float siluSlope(float y, float gate) {
    return Math.fma(y, 1 - gate, gate);
  }
}
