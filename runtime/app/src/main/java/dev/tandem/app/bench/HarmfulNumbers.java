package dev.tandem.app.bench;

import java.util.random.RandomGenerator;

/**
 * Numbers that mean harm: bang-bang at changing frequencies, drift, replays of what it said before,
 * random, the largest there are, and now and then what is no number at all.
 */
final class HarmfulNumbers {
  private static final int REMEMBERED = 64;
  private static final int MOODS = 6;
  private static final double POISON = 2e-4;

  private final RandomGenerator random;
  private final double[][] said;
  private final double[] drift;
  private int calls;
  private int mood;
  private int halfPeriod = 1;

  HarmfulNumbers(RandomGenerator random, int size) {
    this.random = random;
    this.said = new double[REMEMBERED][size];
    this.drift = new double[size];
  }

  /** Another kind of harm from here on. */
  void changeMood(int longestHalfPeriod) {
    mood = random.nextInt(MOODS);
    halfPeriod = 1 + random.nextInt(longestHalfPeriod);
    for (int i = 0; i < drift.length; i++) {
      drift[i] = random.nextDouble(-1, 1);
    }
  }

  /** The next numbers; 1 is what is just allowed. The same few arrays every time. */
  double[] next() {
    double[] out = said[calls % REMEMBERED];
    calls++;
    for (int i = 0; i < out.length; i++) {
      out[i] = value(i, out[i]);
    }
    if (random.nextDouble() < POISON) {
      out[random.nextInt(out.length)] = poison();
    }
    return out;
  }

  private double value(int i, double old) {
    return switch (mood) {
      case 0 -> (calls / halfPeriod % 2 == 0 ? 1 : -1) * Math.signum(drift[i]);
      case 1 -> drift[i] * Math.min(3, calls % 5000 / 500.0);
      case 2 -> Double.isFinite(old) ? old : 0;
      case 3 -> random.nextDouble(-1, 1);
      case 4 -> Math.signum(drift[i]) * Double.MAX_VALUE;
      default -> Math.signum(drift[i]);
    };
  }

  private double poison() {
    return switch (random.nextInt(3)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      default -> Double.NEGATIVE_INFINITY;
    };
  }
}
