package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F29: nobody knows where people are. Beyond the greatest age somebody is taken to be at the
 * border: reduced speed; after as long again, category 2.
 */
public final class TrackerMonitor implements Monitor {
  private final int stamp;
  private final long maxAgeNanos;

  public TrackerMonitor(SignalSpec observation, long maxAgeNanos) {
    this.stamp = observation.indexOf(Channels.TRACKER_STAMP);
    this.maxAgeNanos = maxAgeNanos;
  }

  @Override
  public Fault fault() {
    return Fault.TRACKER_STALE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double ageNanos = Stamps.ageNanos(tick, observation.get(stamp));
    if (ageNanos <= maxAgeNanos) {
      return Reaction.NONE;
    }
    return ageNanos <= 2 * maxAgeNanos ? Reaction.REDUCE : Reaction.STOP2;
  }
}
