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
 * A reading that is older than is allowed: category 1. Of a sensor that itself says that nothing
 * new has come, and of drives whose frames keep coming, but were measured too long ago. What falls
 * silent all at once is seen sooner where its frames are numbered (F12), and where its state stands
 * still (F13).
 */
public final class ReadingAgeMonitor implements Monitor {
  private static final int NO_CHANNEL = -1;

  private final int stamp;
  private final long maxAgeNanos;

  public ReadingAgeMonitor(SignalSpec observation, long maxAgeNanos) {
    this.stamp =
        Channels.has(observation, Channels.DRIVE_STAMP)
            ? observation.indexOf(Channels.DRIVE_STAMP)
            : NO_CHANNEL;
    this.maxAgeNanos = maxAgeNanos;
  }

  @Override
  public Fault fault() {
    return Fault.SENSOR_STALE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean fresh = health.staleNanos <= maxAgeNanos;
    if (stamp != NO_CHANNEL) {
      fresh &= Stamps.ageNanos(tick, observation.get(stamp)) <= maxAgeNanos;
    }
    return fresh ? Reaction.NONE : Reaction.STOP1;
  }
}
