package dev.tandem.app.robot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Between what a figure may be: beyond that it would be finite and well-formed, and yet switch off
 * what it is a figure of. A refusal names key, bound, what was found, and where the bound comes
 * from. Bounds are rounded to four digits, inwards, so that what a refusal says is accepted.
 */
final class Bound {
  private static final MathContext DOWN = new MathContext(4, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(4, RoundingMode.CEILING);

  private Bound() {}

  /** Not more than {@code most}. */
  static void atMost(String key, double value, double most, String why) {
    double bound = rounded(most, DOWN);
    require(value <= bound, key, "at most " + bound, value, why);
  }

  /** Not less than {@code least}, and finite. */
  static void atLeast(String key, double value, double least, String why) {
    double bound = rounded(least, UP);
    require(
        value >= bound && value < Double.POSITIVE_INFINITY, key, "at least " + bound, value, why);
  }

  /** Not less than a whole number. */
  static void atLeast(String key, long value, long least, String why) {
    require(value >= least, key, "at least " + least, value, why);
  }

  /** Between two bounds, both of them allowed. */
  static void within(String key, double value, double least, double most, String why) {
    double low = rounded(least, UP);
    double high = rounded(most, DOWN);
    require(value >= low && value <= high, key, low + " to " + high, value, why);
  }

  /** Between two whole numbers, both of them allowed. */
  static void within(String key, long value, long least, long most, String why) {
    require(value >= least && value <= most, key, least + " to " + most, value, why);
  }

  /** The same for each number of a list. */
  static void eachWithin(String key, List<Double> values, double least, double most, String why) {
    for (int i = 0; i < values.size(); i++) {
      within(item(key, i), values.get(i), least, most, why);
    }
  }

  /** What an item of a list is called, as in the file. */
  static String item(String key, int index) {
    return key + "[" + index + "]";
  }

  private static double rounded(double bound, MathContext digits) {
    return Double.isFinite(bound) ? BigDecimal.valueOf(bound).round(digits).doubleValue() : bound;
  }

  private static void require(
      boolean holds, String key, String expected, Number found, String why) {
    if (!holds) {
      throw new IllegalArgumentException(
          key + ": expected " + expected + ", found " + found + "; " + why);
    }
  }
}
