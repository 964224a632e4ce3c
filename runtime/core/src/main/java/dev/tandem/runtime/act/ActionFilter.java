package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;

/** One stage between policy or person and controller. Pure. Control thread, at decisions. */
public interface ActionFilter {
  /** Brings {@code action} within this filter's limits. */
  Verdict apply(Tick tick, Observation observation, MutableAction action);

  /** What events call it. */
  default String name() {
    return getClass().getSimpleName();
  }
}
