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

  /** What the learner got in the episode that was drawn last: the sum of its rewards. */
  void returned(double sum);

  /** Everywhere alike, whatever comes of it: plain domain randomisation. */
  static Curriculum uniform(Randomization randomization) {
    int size = randomization.varied().size();
    return new Curriculum() {
      @Override
      public double[] next(RandomGenerator random) {
        return random.doubles(size).toArray();
      }

      @Override
      public void returned(double sum) {}
    };
  }
}
