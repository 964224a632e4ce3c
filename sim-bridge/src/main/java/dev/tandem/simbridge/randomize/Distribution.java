package dev.tandem.simbridge.randomize;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number, or an interval that numbers are drawn from.
 *
 * @param shape how the interval is filled
 * @param low least number
 * @param high largest number, equal to {@code low} when fixed
 */
public record Distribution(Shape shape, double low, double high) {
  private static final Pattern INTERVAL =
      Pattern.compile("(\\w+)\\s*\\(\\s*([^,()\\s]+)\\s*,\\s*([^,()\\s]+)\\s*\\)");

  private static final String EXPECTED =
      "a number, uniform(LOW, HIGH) or log_uniform(LOW, HIGH), LOW at most HIGH";

  /** How an interval is filled. */
  public enum Shape {
    FIXED,
    UNIFORM,
    /** Uniform in the logarithm, for factors: half is as likely as twice. */
    LOG_UNIFORM
  }

  public Distribution {
    double width = shape == Shape.LOG_UNIFORM ? high / low : high - low;
    boolean finite = Double.isFinite(low) && Double.isFinite(high);
    boolean positive = shape != Shape.LOG_UNIFORM || low > 0;
    boolean fixed = shape != Shape.FIXED || low == high;
    if (!finite || low > high || !positive || !fixed) {
      throw new IllegalArgumentException(
          "expected " + EXPECTED + " and above 0 for log_uniform, found " + low + ", " + high);
    }
    if (!Double.isFinite(width)) {
      throw new IllegalArgumentException(
          "expected " + EXPECTED + " and not so far apart, found " + low + ", " + high);
    }
  }

  /** Always the same number. */
  public static Distribution fixed(double value) {
    return new Distribution(Shape.FIXED, value, value);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException with what was expected and what was found
   */
  public static Distribution parse(String text) {
    Matcher interval = INTERVAL.matcher(text.strip());
    try {
      if (!interval.matches()) {
        return fixed(Double.parseDouble(text.strip()));
      }
      return new Distribution(
          shape(interval.group(1)),
          Double.parseDouble(interval.group(2)),
          Double.parseDouble(interval.group(3)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", found " + text, e);
    }
  }

  private static Shape shape(String name) {
    return switch (name) {
      case "uniform" -> Shape.UNIFORM;
      case "log_uniform" -> Shape.LOG_UNIFORM;
      default -> throw new IllegalArgumentException("expected " + EXPECTED + ", found " + name);
    };
  }

  /** Whether all draws are the same. */
  public boolean isFixed() {
    return low == high;
  }

  /** The number below which a fraction of the draws lies: 0 gives the least, 1 the largest. */
  public double quantile(double fraction) {
    return shape == Shape.LOG_UNIFORM
        ? low * Math.pow(high / low, fraction)
        : low + fraction * (high - low);
  }

  /** The fraction of the draws that lie below a number: 0 to 1, whatever the number. */
  public double fraction(double value) {
    if (isFixed()) {
      return 0;
    }
    double share =
        shape == Shape.LOG_UNIFORM
            ? Math.log(value / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.max(0, Math.min(1, share));
  }

  @Override
  public String toString() {
    return shape == Shape.FIXED
        ? Double.toString(low)
        : shape.name().toLowerCase(Locale.ROOT) + "(" + low + ", " + high + ")";
  }
}
