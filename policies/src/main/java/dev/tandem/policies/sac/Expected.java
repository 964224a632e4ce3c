package dev.tandem.policies.sac;

/** Checks of settings: what must hold, in words that name it. */
final class Expected {
  private Expected() {}

  /** More than zero, and finite. */
  static boolean positive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  static void require(boolean holds, String name, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "learner: " + name + " must be " + expected + ", got " + found);
    }
  }
}
