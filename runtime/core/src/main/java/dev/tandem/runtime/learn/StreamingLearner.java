package dev.tandem.runtime.learn;

import dev.tandem.runtime.decide.Policy;

/**
 * Improves a policy from each transition as it comes and keeps none: for computers too small for a
 * replay buffer. One thread.
 */
public interface StreamingLearner extends Student {
  /**
   * Learns from one decision of {@link #live}, in the order in which they were taken. Allocates
   * nothing.
   */
  void observe(Transition transition);

  /** Transitions seen so far. */
  @Override
  long updates();

  /**
   * The actor as it is whenever it is asked, for the thread that learns; {@link Policy#exploring}
   * of it is what must drive.
   */
  Policy live();

  /** Memory that parameters, traces and statistics take; it does not grow. */
  long bytes();
}
