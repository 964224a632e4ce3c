package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.runtime.learn.Transition;
import java.util.random.RandomGenerator;

/** Learns from each transition once. */
record StreamPupil(StreamingLearner learner, Policy driver) implements Pupil {
  static StreamPupil of(StreamingLearner learner, RandomGenerator exploration) {
    return new StreamPupil(learner, learner.live().exploring(exploration));
  }

  @Override
  public void learn(Transition transition) {
    learner.observe(transition);
  }

  @Override
  public Policy learnt() {
    return learner.live();
  }

  @Override
  public long bytes() {
    return learner.bytes();
  }

  @Override
  public void close() {}
}
