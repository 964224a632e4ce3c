package dev.tandem.runtime.decide;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** A person, or a script in a person's place, who may take the robot over. Control thread. */
public interface InterventionSource {
  /** A source that never takes over. */
  InterventionSource NOBODY = (tick, observation, action) -> false;

  /** True when this source drives now; only then has it written {@code action}. */
  boolean poll(Tick tick, Observation observation, MutableAction action);
}
