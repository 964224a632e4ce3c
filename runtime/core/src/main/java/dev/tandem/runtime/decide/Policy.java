package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** Maps an observation to an action. Control thread: no allocation, no lock, no native session. */
public interface Policy {
  void act(Tick tick, Observation observation, MutableAction action);

  /** Grows with every snapshot of the learner; recorded with every transition. */
  long version();
}
