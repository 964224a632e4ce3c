package dev.tandem.policies.jvm.kernel;

import java.util.random.RandomGenerator;

/** How large the random numbers of a test are. */
enum Range {
  USUAL(1),
  LARGE(1e6),
  TINY(1e-18),
  DENORMAL(1e-41),
  ZERO(0),
  /** Each number of another of the ranges. */
  MIXED(Double.NaN);

  private static final Range[] ALL = values();

  private final double most;

  Range(double most) {
    this.most = most;
  }

  /** Seeds take turns. */
  static Range of(long seed) {
    return ALL[(int) (seed % ALL.length)];
  }

  float draw(RandomGenerator random) {
    return this == MIXED
        ? ALL[random.nextInt(MIXED.ordinal())].draw(random)
        : (float) (most * random.nextDouble(-1, 1));
  }
}
