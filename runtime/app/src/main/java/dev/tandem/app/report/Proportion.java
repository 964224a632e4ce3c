package dev.tandem.app.report;

/**
 * Successes among trials, with Wilson's 95 % score interval (E. B. Wilson, "Probable Inference, the
 * Law of Succession, and Statistical Inference", 1927): unlike the normal approximation it stays
 * within 0 and 1 and is right for few trials.
 */
public record Proportion(int successes, int trials) {
  private static final double Z = 1.959963984540054;

  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "expected 0 to trials successes of at least one trial, found "
              + successes
              + " of "
              + trials);
    }
  }

  public double rate() {
    return (double) successes / trials;
  }

  public double low() {
    return successes == 0 ? 0 : centre() - halfWidth();
  }

  public double high() {
    return successes == trials ? 1 : centre() + halfWidth();
  }

  private double centre() {
    return (rate() + Z * Z / (2.0 * trials)) / (1 + Z * Z / trials);
  }

  private double halfWidth() {
    double variance = rate() * (1 - rate()) / trials + Z * Z / (4.0 * trials * trials);
    return Z * Math.sqrt(variance) / (1 + Z * Z / trials);
  }
}
