package dev.tandem.app.bench;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;

/** A learner of any kind, as a bench sees it. One thread. */
public interface Pupil extends AutoCloseable {
  /** What drives next, exploring. */
  Policy driver();

  void learn(Transition transition);

  /** What it has learnt so far, deterministic. */
  Policy learnt();

  /** Memory that learning holds now: parameters and all that goes with them. */
  long bytes();

  @Override
  void close();
}
