package dev.tandem.app.train;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Learns from each transition once, and keeps none. Only what its own policy did teaches it. */
final class StreamTrainer implements Trainer {
  private static final LearnerStats NONE =
      new LearnerStats(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final StreamingLearner learner;
  private final SafetyLesson lesson;
  private final Policy driver;

  StreamTrainer(StreamingLearner learner, SafetyLesson lesson, RandomGenerator exploration) {
    this.learner = learner;
    this.lesson = lesson;
    this.driver = learner.live().exploring(exploration);
  }

  @Override
  public void accept(Transition transition) {
    try {
      learner.observe(lesson.of(transition));
    } catch (IllegalStateException e) {
      throw new DivergedException(e);
    }
  }

  /** What was recorded before the checkpoint it has learnt already. */
  @Override
  public void goOn(EarlierRun earlier) {
    earlier.transitions().stream().skip(learner.updates()).forEach(this);
  }

  @Override
  public Policy driver(int environment) {
    return driver;
  }

  @Override
  public void learn(List<Transition> transitions) {
    transitions.forEach(this);
  }

  /** It drives as it learns. */
  @Override
  public void renew() {}

  @Override
  public Optional<Experience> experience() {
    return Optional.empty();
  }

  @Override
  public long envSteps() {
    return learner.updates();
  }

  @Override
  public StreamingLearner student() {
    return learner;
  }

  @Override
  public LearnerStats stats() {
    return NONE;
  }

  @Override
  public void close() {}
}
