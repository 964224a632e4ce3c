package dev.tandem.app.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Range checks that name the key, what was expected and what was found. */
public final class Check {
  /** Of one name on the file systems of Linux. */
  private static final int MOST_NAME_BYTES = 255;

  private Check() {}

  public static void atLeast(String key, long value, long min) {
    require(value >= min, key, "at least " + min, value);
  }

  /** At least {@code min}, and finite. */
  public static void atLeast(String key, double value, double min) {
    require(
        value >= min && Double.isFinite(value), key, "a finite number of at least " + min, value);
  }

  /** More than {@code min}, and finite. */
  public static void above(String key, double value, double min) {
    require(value > min && Double.isFinite(value), key, "a finite number above " + min, value);
  }

  /** Infinity will do. */
  static void number(String key, double value) {
    require(!Double.isNaN(value), key, "a number", value);
  }

  /** More than {@code min}; infinity will do. */
  public static void aboveOrInfinite(String key, double value, double min) {
    require(value > min, key, "more than " + min, value);
  }

  public static void atMost(String key, double value, double max) {
    require(value <= max, key, "at most " + max, value);
  }

  public static void atMost(String key, long value, long max) {
    require(value <= max, key, "at most " + max, value);
  }

  public static void below(String key, double value, double max) {
    require(value < max, key, "less than " + max, value);
  }

  public static void within(String key, long value, long min, long max) {
    require(value >= min && value <= max, key, min + " to " + max, value);
  }

  /** At most what another key says. */
  static void withinOther(String key, long value, long min, long max, String other) {
    require(value >= min && value <= max, key, min + " to " + other + ", which is " + max, value);
  }

  public static void size(String key, List<?> list, int min, int max) {
    require(list.size() >= min && list.size() <= max, key, "a list of " + min + " to " + max, list);
  }

  /** Widths of a network's hidden layers. */
  static void layers(String key, List<Integer> hidden) {
    size(key, hidden, 1, LearnerSettings.MOST_LAYERS);
    hidden.forEach(units -> within(key, units, 1, LearnerSettings.MOST_UNITS));
  }

  /** One number for each of so many joints, each more than {@code min} and finite. */
  public static void perJoint(String key, List<Double> values, int joints, double min) {
    require(values.size() == joints, key, "a list of " + joints, values);
    values.forEach(value -> above(key, value, min));
  }

  /** Three finite numbers. */
  public static void point(String key, List<Double> metres) {
    boolean finite = metres.stream().allMatch(value -> Double.isFinite(value));
    require(metres.size() == 3 && finite, key, "three finite numbers", metres);
  }

  /** Two opposite corners. */
  public static void box(String key, List<Double> min, String otherKey, List<Double> max) {
    point(key, min);
    point(otherKey, max);
    for (int axis = 0; axis < 3; axis++) {
      require(min.get(axis) < max.get(axis), key, "less than " + otherKey + " " + max, min);
    }
  }

  /** The name of one folder: leads nowhere else, can be seen and is not too long; or empty. */
  public static void folderName(String key, String name) {
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

  public static void oneOf(String key, String value, List<String> choices) {
    require(choices.contains(value), key, "one of " + String.join(", ", choices), value);
  }

  /** Anything else that must hold. */
  static void that(boolean holds, String key, String expected, Object found) {
    require(holds, key, expected, found);
  }

  private static void require(boolean holds, String key, String expected, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
    }
  }
}
