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
import dev.tandem.safety.intake.StampCheck;

/**
 * F14: the drives' stamps run backwards, or on by much more than the time that has passed. Such a
 * frame is seen, and the next one is compared with the last good one; so many in a row: category 1.
 */
public final class StampMonitor implements Monitor {
  private final int stamp;
  private final MonitorConfig.Drives config;
  private final StampCheck check;
  private int bad;

  public StampMonitor(SignalSpec observation, MonitorConfig.Drives config) {
    this.stamp = observation.indexOf(Channels.DRIVE_STAMP);
    this.config = config;
    this.check = new StampCheck(config.maxStampJumpNanos());
  }

  @Override
  public Fault fault() {
    return Fault.STATE_STAMP;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    if (check.isGood(tick, observation.get(stamp))) {
      bad = 0;
      return Reaction.NONE;
    }
    bad++;
    return bad >= config.badStamps() ? Reaction.STOP1 : Reaction.LIMIT;
  }

  @Override
  public void restart() {
    check.restart();
    bad = 0;
  }
}
