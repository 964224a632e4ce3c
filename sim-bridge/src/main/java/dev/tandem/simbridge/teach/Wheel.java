package dev.tandem.simbridge.teach;

import java.util.random.RandomGenerator;

/** Chance in proportion. */
final class Wheel {
  private Wheel() {}

  /**
   * An index, as likely as its share is large; any with the same chance when all are 0.
   *
   * @param shares none below 0
   * @param sum of them
   */
  static int turn(double[] shares, double sum, RandomGenerator random) {
    if (!(sum > 0)) {
      return random.nextInt(shares.length);
    }
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        last = i;
        left -= shares[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
