package dev.tandem.app.settings;

import java.util.List;

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

  static void oneOf(String key, String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw new IllegalArgumentException(
          key + ": expected one of " + String.join(", ", choices) + ", found " + value);
    }
  }
}
