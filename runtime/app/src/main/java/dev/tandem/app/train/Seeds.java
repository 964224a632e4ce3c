package dev.tandem.app.train;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Every random stream of a run, derived from its one seed, so that none depends on another's use.
 */
public record Seeds(long seed) {
  /** Evaluation episodes are the same for every policy of every run. */
  private static final long EVALUATION = 0x7A9DE3L;

  /** A stream of its own for each purpose. */
  public RandomGenerator stream(String purpose) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ purpose.hashCode());
  }

  /** The seed of a training or demonstration episode. */
  public long episode(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong();
  }

  /** The seed of evaluation episode {@code number}, whatever the run's seed. */
  public static long evaluationEpisode(long number) {
    return new SplittableRandom(EVALUATION + number).nextLong();
  }
}
