package dev.tandem.app.ablation;

import java.util.Arrays;

/**
 * A mean with its 95 % confidence interval over a few seeds, by Student's t.
 *
 * @param half half the interval's width; NaN for a single value
 */
public record Interval(double mean, double half) {
  /** Two-sided 95 % quantiles of t for 1, 2, ... degrees of freedom; NIST handbook, 1.3.6.7.2. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  private static final double T_OF_MANY = 1.960;

  public static Interval of(double... values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(mean, Double.NaN);
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double t = n - 1 <= T.length ? T[n - 2] : T_OF_MANY;
    return new Interval(mean, t * Math.sqrt(squares / (n - 1) / n));
  }

  public double low() {
    return mean - half;
  }

  public double high() {
    return mean + half;
  }
}
