package dev.tandem.policies.jvm.kernel;

import java.util.List;
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

  private static final List<Range> ALL = List.of(values());

  private final double most;

  Range(double most) {
    this.most = most;
  }

  /** Seeds take turns. */
  static Range of(long seed) {
    return ALL.get((int) (seed % ALL.size()));
  }

  float draw(RandomGenerator random) {
    return this == MIXED
        ? ALL.get(random.nextInt(ALL.indexOf(MIXED))).draw(random)
        : (float) (most * random.nextDouble(-1, 1));
  }
}
