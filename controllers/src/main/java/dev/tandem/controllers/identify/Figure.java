package dev.tandem.controllers.identify;

/**
 * A figure that was estimated.
 *
 * @param standardError infinite where nothing was learnt about it
 */
public record Figure(double value, double standardError) {
  /** Standard errors on both sides of an estimate that hold 95 of 100 truths. */
  private static final double COVERAGE = 1.96;

  /** Whether the truth is known to within so much, 95 times of 100. */
  public boolean isToldWithin(double halfWidth) {
    return COVERAGE * standardError <= halfWidth;
  }

  /** Below it lies one truth of 40. */
  public double low() {
    return value - COVERAGE * standardError;
  }

  /** Above it lies one truth of 40. */
  public double high() {
    return value + COVERAGE * standardError;
  }
}
