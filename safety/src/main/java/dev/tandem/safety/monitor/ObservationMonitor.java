package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F05: a reading that is not finite. For one tick the loop repeats its last safe command; from the
 * next on, whatever is read then, a stop of category 1.
 */
public final class ObservationMonitor implements Monitor {
  private boolean seen;

  @Override
  public Fault fault() {
    return Fault.OBSERVATION_NOT_FINITE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean seenBefore = seen;
    seen = health.badChannel >= 0;
    if (seenBefore) {
      return Reaction.STOP1;
    }
    return seen ? Reaction.HOLD : Reaction.NONE;
  }

  @Override
  public void restart() {
    seen = false;
  }
}
