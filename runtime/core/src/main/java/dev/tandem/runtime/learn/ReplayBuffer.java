package dev.tandem.runtime.learn;

import java.util.random.RandomGenerator;

/** Transitions to learn from. One thread. */
public interface ReplayBuffer {
  void offer(Transition transition);

  int size();

  /**
   * Fills rows {@code from .. from + count - 1} of {@code batch}, drawn uniformly with replacement.
   */
  void sample(RandomGenerator random, Batch batch, int from, int count);
}
