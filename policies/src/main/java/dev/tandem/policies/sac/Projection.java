package dev.tandem.policies.sac;

/**
 * Scalars as Gaussian histograms in plain Java (HL-Gauss, arXiv 2403.03950, section 3.1): a bin
 * gets what a Gaussian around the scalar has over it, of what it has over all bins. Allocates
 * nothing per call; free of state.
 */
public final class Projection {
  /** Where the error function is one in float32. */
  private static final double FAR = 4;

  private final CriticVariant.HlGauss histogram;
  private final double byScale;

  public Projection(CriticVariant.HlGauss histogram) {
    this.histogram = histogram;
    this.byScale = 1 / (Math.sqrt(2) * histogram.sigma());
  }

  /** Writes the share of every bin to {@code out[at ..]}; they sum to one. */
  public void write(double value, float[] out, int at) {
    double inside = Math.max(histogram.min(), Math.min(histogram.max(), value));
    double first = below(0, inside);
    double byAll = 1 / (below(histogram.bins(), inside) - first);
    double from = first;
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double to = below(bin + 1, inside);
      out[at + bin] = (float) ((to - from) * byAll);
      from = to;
    }
  }

  private double below(int edge, double value) {
    return erf((histogram.edge(edge) - value) * byScale);
  }

  /** Abramowitz and Stegun (1964), 7.1.26: within 1.5e-7 everywhere. */
  static double erf(double x) {
    double size = Math.abs(x);
    if (size >= FAR) {
      return Math.signum(x);
    }
    double t = 1 / (1 + 0.3275911 * size);
    double sum =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.signum(x) * (1 - sum * Math.exp(-x * x));
  }
}
