package dev.tandem.simbridge.randomize;

import java.util.random.RandomGenerator;

/** Where in a randomisation the episodes take place. One thread. */
public interface Curriculum {
  /**
   * The next episode's point in the unit cube, [varied].
   *
   * @param random that follows from the episode's seed
   */
  double[] next(RandomGenerator random);

  /** Everywhere alike, whatever comes of it: plain domain randomisation. */
  static Curriculum uniform(Randomization randomization) {
    int size = randomization.varied().size();
    return random -> random.doubles(size).toArray();
  }
}
