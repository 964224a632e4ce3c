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

  /** True when the person has just taken or let go, and no decision must be waited for. */
  default boolean interrupts(Tick tick, Observation observation) {
    return false;
  }

  /** True when the device has been silent too long to know what the person wants. */
  default boolean isLost(Tick tick) {
    return false;
  }
}
