package dev.tandem.app.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Range checks that name the key, what was expected and what was found. */
final class Check {
  /** Of one name on the file systems of Linux. */
  private static final int MOST_NAME_BYTES = 255;

  private Check() {}

  static void atLeast(String key, long value, long min) {
    require(value >= min, key, "at least " + min, value);
  }

  /** At least {@code min}, and finite. */
  static void atLeast(String key, double value, double min) {
    require(
        value >= min && Double.isFinite(value), key, "a finite number of at least " + min, value);
  }

  /** More than {@code min}, and finite. */
  static void above(String key, double value, double min) {
    require(value > min && Double.isFinite(value), key, "a finite number above " + min, value);
  }

  /** More than {@code min}; infinity will do. */
  static void aboveOrInfinite(String key, double value, double min) {
    require(value > min, key, "more than " + min, value);
  }

  static void atMost(String key, double value, double max) {
    require(value <= max, key, "at most " + max, value);
  }

  static void below(String key, double value, double max) {
    require(value < max, key, "less than " + max, value);
  }

  static void within(String key, long value, long min, long max) {
    require(value >= min && value <= max, key, min + " to " + max, value);
  }

  static void size(String key, List<?> list, int min, int max) {
    require(list.size() >= min && list.size() <= max, key, "a list of " + min + " to " + max, list);
  }

  /** The name of one folder: leads nowhere else, can be seen and is not too long; or empty. */
  static void folderName(String key, String name) {
    boolean leadsElsewhere = name.equals(".") || name.equals("..");
    boolean odd = name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ');
    boolean unseen = name.isBlank() && !name.isEmpty();
    String shown = '"' + name.replaceAll("\\p{Cntrl}", "?") + '"';
    require(!leadsElsewhere && !odd && !unseen, key, "the name of one folder", shown);
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    require(
        bytes <= MOST_NAME_BYTES,
        key,
        "the name of one folder, of at most " + MOST_NAME_BYTES + " bytes",
        bytes);
  }

  static void oneOf(String key, String value, List<String> choices) {
    require(choices.contains(value), key, "one of " + String.join(", ", choices), value);
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
    }
  }
}
