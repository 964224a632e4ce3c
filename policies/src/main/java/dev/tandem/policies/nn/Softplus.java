package dev.tandem.policies.nn;

import dev.tandem.runtime.time.HotPath;

/** log(1 + e^x): makes a standard deviation of any number. */
public final class Softplus {
  private Softplus() {}

  /** Without overflow. */
  @HotPath
  public static double of(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** Its derivative, the logistic function. */
  @HotPath
  public static double slope(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
