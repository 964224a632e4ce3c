package dev.tandem.simbridge.mujoco;

/** The controls of {@code golden.c}: -10 to 10, by a linear congruence. */
final class Torques {
  private final double[] values;
  private long state = 1;

  Torques(int count) {
    this.values = new double[count];
  }

  double[] next() {
    for (int i = 0; i < values.length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      values[i] = 20 * ((state >>> 11) * 0x1.0p-53 - 0.5);
    }
    return values;
  }
}
