package dev.tandem.app.settings;

/**
 * The histogram of {@code learner.critics.variant: hl-gauss}. The range should hold the discounted
 * returns of every policy worth telling from another, with three bins to spare at each end, and
 * little more: what lies outside counts as the end, and what is spare is lost in resolution. With a
 * reward of 1 for success it is 0 to 1; with rewards between a and b in every decision it is at
 * most a / (1 - discount) to b / (1 - discount). With {@code learner.entropy.backup} the entropy's
 * worth comes on top.
 *
 * @param valueMin lower end; {@code -.inf} for what the task says, less 5 % of its range
 * @param valueMax upper end; {@code .inf} for what the task says, plus 5 % of its range
 * @param bins of the histogram
 */
public record HistogramSettings(double valueMin, double valueMax, int bins) {
  private static final int MOST = 1001;

  /** Of the largest value; narrower ones would drown in the rounding of single precision. */
  private static final double LEAST_BIN = 1e-6;

  public HistogramSettings {
    Check.number("learner.critics.histogram.value_min", valueMin);
    Check.aboveOrInfinite("learner.critics.histogram.value_max", valueMax, valueMin);
    Check.within("learner.critics.histogram.bins", bins, 2, MOST);
    double largest = Math.max(Math.abs(valueMin), Math.abs(valueMax));
    if (Double.isFinite(largest)) {
      double least = valueMin + LEAST_BIN * bins * largest;
      Check.above("learner.critics.histogram.value_max", valueMax, least);
    }
  }

  public static HistogramSettings defaults() {
    return new HistogramSettings(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 51);
  }
}
