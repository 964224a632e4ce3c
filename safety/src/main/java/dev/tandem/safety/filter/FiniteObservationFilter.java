package dev.tandem.safety.filter;

import dev.tandem.runtime.act.SafetyFilter;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Stops when any measured number is NaN or infinite: nothing computed from it can be trusted. */
public final class FiniteObservationFilter implements SafetyFilter {
  @Override
  @HotPath
  public Verdict apply(
      Tick tick, Observation observation, Command lastApplied, MutableCommand command) {
    for (int i = 0; i < observation.size(); i++) {
      if (!Double.isFinite(observation.get(i))) {
        return Verdict.STOP;
      }
    }
    return Verdict.PASSED;
  }
}
