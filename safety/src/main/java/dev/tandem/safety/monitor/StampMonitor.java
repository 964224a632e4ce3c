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
 * F14: the drives' stamps run backwards, or on by much more than the time that has passed. Such a
 * frame is seen, and the next one is compared with the last good one; so many in a row: category 1.
 */
public final class StampMonitor implements Monitor {
  private static final long NONE_YET = Long.MIN_VALUE;

  private final int stamp;
  private final MonitorConfig.Drives config;
  private double good;
  private long goodTickNanos = NONE_YET;
  private int bad;

  public StampMonitor(SignalSpec observation, MonitorConfig.Drives config) {
    this.stamp = observation.indexOf(Channels.DRIVE_STAMP);
    this.config = config;
  }

  @Override
  public Fault fault() {
    return Fault.STATE_STAMP;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double now = observation.get(stamp);
    if (goodTickNanos == NONE_YET || isPlausible(tick, now)) {
      good = now;
      goodTickNanos = tick.startNanos();
      bad = 0;
      return Reaction.NONE;
    }
    bad++;
    return bad >= config.badStamps() ? Reaction.STOP1 : Reaction.LIMIT;
  }

  @HotPath
  private boolean isPlausible(Tick tick, double now) {
    double byNanos = (now - good) * 1e9;
    double passedNanos = tick.startNanos() - goodTickNanos;
    return byNanos >= 0 && byNanos - passedNanos <= config.maxStampJumpNanos();
  }

  @Override
  public void restart() {
    goodTickNanos = NONE_YET;
    bad = 0;
  }
}
