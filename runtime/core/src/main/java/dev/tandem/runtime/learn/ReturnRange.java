package dev.tandem.runtime.learn;

/**
 * Between which bounds the discounted returns of a task lie. It need not hold what only a hopeless
 * policy gets: what lies outside may be taken for the nearest bound.
 *
 * @param least return, infinite when unknown
 * @param most return, infinite when unknown
 */
public record ReturnRange(double least, double most) {
  public static final ReturnRange UNKNOWN =
      new ReturnRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public ReturnRange {
    if (!(least < most)) {
      throw new IllegalArgumentException(
          "a range of returns must not be empty, got " + least + " to " + most);
    }
  }

  /** What rewards between two bounds add up to when they go on for ever. */
  public static ReturnRange ofRewards(double least, double most, double discount) {
    return new ReturnRange(least / (1 - discount), most / (1 - discount));
  }
}
