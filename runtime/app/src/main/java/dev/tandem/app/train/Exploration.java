package dev.tandem.app.train;

import dev.tandem.runtime.decide.PolicySlot;
import dev.tandem.runtime.learn.Learner;
import java.util.random.RandomGenerator;

/**
 * How what is learnt reaches the control thread: each fresh policy explores with the same random
 * stream.
 */
record Exploration(PolicySlot slot, RandomGenerator random) {
  static Exploration of(Learner learner, RandomGenerator random) {
    return new Exploration(new PolicySlot(learner.snapshot().exploring(random)), random);
  }

  void renew(Learner learner) {
    slot.offer(learner.snapshot().exploring(random));
  }
}
