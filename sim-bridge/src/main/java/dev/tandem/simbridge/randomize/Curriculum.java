package dev.tandem.simbridge.randomize;

import java.util.random.RandomGenerator;

/** Where in a randomisation the episodes take place. */
public interface Curriculum {
  /**
   * The next episode's point in the unit cube, [varied]. Any thread.
   *
   * @param random that follows from the episode's seed
   */
  double[] next(long episodeSeed, RandomGenerator random);

  /**
   * What came of the episode of that seed. One thread, while nobody draws.
   *
   * @param returnSum undiscounted
   */
  default void learned(long episodeSeed, double returnSum) {}

  /**
   * What came of an episode of an earlier run. One thread, while nobody draws.
   *
   * @param point where it took place, [varied]
   * @param returnSum undiscounted
   */
  default void recall(double[] point, double returnSum) {}

  /** Everywhere alike, whatever comes of it: plain domain randomisation. */
  static Curriculum uniform(Randomization randomization) {
    int size = randomization.varied().size();
    return (episodeSeed, random) -> random.doubles(size).toArray();
  }
}
