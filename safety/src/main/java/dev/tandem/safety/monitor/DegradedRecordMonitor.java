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
 * F36: more than a second of records was lost since the start. Nobody stops; it is seen from then
 * on, so that the journal tells it once there is room again.
 */
public final class DegradedRecordMonitor implements Monitor {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long NONE_YET = -1;

  private long lostBefore = NONE_YET;
  private boolean degraded;

  @Override
  public Fault fault() {
    return Fault.RECORD_DEGRADED;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    lostBefore = lostBefore == NONE_YET ? health.lostRecords : lostBefore;
    degraded |= (health.lostRecords - lostBefore) * tick.periodNanos() > SECOND_NANOS;
    return degraded ? Reaction.LIMIT : Reaction.NONE;
  }

  /** What was lost stays lost. */
  @Override
  @HotPath
  public void recovered() {}

  @Override
  public void restart() {
    lostBefore = NONE_YET;
    degraded = false;
  }
}
