package dev.tandem.app.settings;

/** Range checks that name the key, what was expected and what was found. */
final class Check {
  private Check() {}

  static void atLeast(String key, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(key + ": expected at least " + min + ", found " + value);
    }
  }

  static void atLeast(String key, double value, double min) {
    if (!(value >= min)) {
      throw new IllegalArgumentException(key + ": expected at least " + min + ", found " + value);
    }
  }

  static void above(String key, double value, double min) {
    if (!(value > min)) {
      throw new IllegalArgumentException(key + ": expected more than " + min + ", found " + value);
    }
  }
}
