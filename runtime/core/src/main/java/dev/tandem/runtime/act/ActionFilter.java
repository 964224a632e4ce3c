package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/** One stage between policy or person and controller. Pure. Control thread, at decisions. */
public interface ActionFilter {
  /** Brings {@code action} within this filter's limits. */
  Verdict apply(Tick tick, Observation observation, MutableAction action);

  /**
   * What events call its limits; limit i is the one that {@code limitedBy(i)} says acted. Asked
   * once, at assembly.
   */
  default List<String> limitNames() {
    return List.of();
  }

  /** What events call it. */
  default String name() {
    return getClass().getSimpleName();
  }
}
