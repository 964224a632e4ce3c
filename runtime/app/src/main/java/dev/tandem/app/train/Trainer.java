package dev.tandem.app.train;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.Student;
import dev.tandem.runtime.learn.Transition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Learns from every training transition as it comes. Training thread. */
interface Trainer extends Consumer<Transition>, AutoCloseable {
  /**
   * What drives an environment while it learns: explores, and is renewed with what is learnt.
   *
   * @param environment number of it, from 0
   */
  Policy driver(int environment);

  /** Learns from what several environments did at once; what drives them stays as it is. */
  void learn(List<Transition> transitions);

  /** Lets what was learnt drive. */
  void renew();

  /** Where demonstrations go; nowhere when only its own decisions teach it. */
  Optional<Experience> experience();

  /** Environment steps, demonstrations not counted. */
  long envSteps();

  Student student();

  /** Of the last update; numbers that a learner does not have are none. */
  LearnerStats stats();

  /**
   * Goes on where {@code earlier} ended, whose checkpoint the student was restored from if there is
   * one: learns all that was recorded after it before its policy may act.
   */
  void goOn(EarlierRun earlier);

  @Override
  void close();
}
