package dev.tandem.app.bench;

import java.util.random.RandomGenerator;

/**
 * Numbers that mean harm: bang-bang at changing frequencies, drift, replays of what it said before,
 * random, the largest there are, and now and then, or often, what is no number at all.
 */
final class HarmfulNumbers {
  private static final int REMEMBERED = 64;
  private static final int REPLAY = 2;
  private static final int POISON = 6;

  /** In every mood, and in the one that is about it. */
  private static final double SELDOM = 2e-4;

  private static final double OFTEN = 0.1;

  private final RandomGenerator random;
  private final int moods;
  private final double[][] said;
  private final double[] drift;
  private int calls;
  private int mood;
  private int halfPeriod = 1;
  private long poisoned;
  private long replayed;

  private HarmfulNumbers(RandomGenerator random, int moods, int size) {
    this.random = random;
    this.moods = moods;
    this.said = new double[REMEMBERED][size];
    this.drift = new double[size];
  }

  /** Asked so seldom that what is no number needs a mood of its own, with one in ten. */
  static HarmfulNumbers ofActions(RandomGenerator random, int size) {
    return new HarmfulNumbers(random, POISON + 1, size);
  }

  /** Asked every tick; what is no number ends the episode at once. */
  static HarmfulNumbers ofTorques(RandomGenerator random, int size) {
    return new HarmfulNumbers(random, POISON, size);
  }

  /** Another kind of harm from here on. */
  void changeMood(int longestHalfPeriod) {
    mood = random.nextInt(moods);
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
    replayed += mood == REPLAY ? 1 : 0;
    if (random.nextDouble() < (mood == POISON ? OFTEN : SELDOM)) {
      out[random.nextInt(out.length)] = poison();
      poisoned++;
    }
    return out;
  }

  /** How often it said what is no number. */
  long poisoned() {
    return poisoned;
  }

  /** How often it said what it had said before. */
  long replayed() {
    return replayed;
  }

  private double value(int i, double old) {
    return switch (mood) {
      case 0 -> (calls / halfPeriod % 2 == 0 ? 1 : -1) * Math.signum(drift[i]);
      case 1 -> drift[i] * Math.min(3, calls % 5000 / 500.0);
      case REPLAY -> Double.isFinite(old) ? old : 0;
      case 3, POISON -> random.nextDouble(-1, 1);
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
