package dev.tandem.runtime.learn;

import dev.tandem.runtime.decide.Policy;
import java.util.List;

/**
 * Improves a policy from each transition as it comes and keeps none: for computers too small for a
 * replay buffer. One thread.
 */
public interface StreamingLearner {
  /**
   * Learns from one decision of {@link #live}, in the order in which they were taken. Allocates
   * nothing.
   */
  void observe(Transition transition);

  /** Transitions learnt from so far. */
  long steps();

  /**
   * The actor as it is whenever it is asked, for the thread that learns; {@link Policy#exploring}
   * of it is what must drive.
   */
  Policy live();

  /** The actor as it is now, never changed afterwards. */
  Policy snapshot();

  /** Memory that parameters, traces and statistics take; it does not grow. */
  long bytes();

  /** Everything that learning goes on from. */
  List<NamedArray> export();

  /** Takes over what {@link #export} gave; throws before changing anything when a shape differs. */
  void restore(List<NamedArray> arrays);
}
