package dev.tandem.app.train;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.decide.PolicySlot;
import dev.tandem.runtime.learn.Learner;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How what is learnt reaches the control threads, one for each environment: each fresh policy
 * explores with the environment's own random stream.
 */
record Exploration(List<PolicySlot> slots, List<RandomGenerator> randoms) {
  Exploration {
    slots = List.copyOf(slots);
    randoms = List.copyOf(randoms);
  }

  /** For as many environments as there are random streams. */
  static Exploration of(Learner learner, RandomGenerator... randoms) {
    Policy first = learner.snapshot();
    List<PolicySlot> slots =
        Stream.of(randoms).map(random -> new PolicySlot(first.exploring(random))).toList();
    return new Exploration(slots, List.of(randoms));
  }

  void renew(Learner learner) {
    Policy fresh = learner.snapshot();
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).offer(fresh.exploring(randoms.get(i)));
    }
  }
}
