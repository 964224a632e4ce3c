package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import java.util.List;

/**
 * One stage between controller and drives. Pure: what it does depends on its arguments alone, so
 * that a rejected command leaves no trace in it. Control thread.
 */
public interface SafetyFilter {
  /**
   * Checks {@code command} and brings it within this filter's limits.
   *
   * @param lastApplied what the drives were sent in the tick before; zero after a stop
   */
  Verdict apply(Tick tick, Observation observation, Command lastApplied, MutableCommand command);

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
