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
 * F01: an emergency stop with two channels. Either one that is not released, or lines that nobody
 * has read for too long: category 1; channels that disagree for too long, one of them is broken:
 * category 0.
 */
public final class EStopMonitor implements Monitor {
  private final int first;
  private final int second;
  private final int stamp;
  private final MonitorConfig.Lines config;
  private long disagreeSinceNanos;
  private boolean disagreed;

  public EStopMonitor(SignalSpec observation, MonitorConfig.Lines config) {
    this.first = observation.indexOf(Channels.E_STOP_A);
    this.second = observation.indexOf(Channels.E_STOP_B);
    this.stamp =
        Channels.has(observation, Channels.E_STOP_STAMP)
            ? observation.indexOf(Channels.E_STOP_STAMP)
            : -1;
    this.config = config;
  }

  @Override
  public Fault fault() {
    return Fault.E_STOP;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean firstReleased = observation.get(first) == 1;
    boolean secondReleased = observation.get(second) == 1;
    if (disagree(tick, firstReleased != secondReleased)) {
      return Reaction.STOP0;
    }
    boolean released = firstReleased && secondReleased && !isStale(tick, observation);
    return released ? Reaction.NONE : Reaction.STOP1;
  }

  @HotPath
  private boolean disagree(Tick tick, boolean now) {
    disagreeSinceNanos = now && disagreed ? disagreeSinceNanos : tick.startNanos();
    disagreed = now;
    return now && tick.startNanos() - disagreeSinceNanos > config.maxDisagreementNanos();
  }

  @HotPath
  private boolean isStale(Tick tick, Observation observation) {
    return stamp >= 0
        && !(Stamps.ageNanos(tick, observation.get(stamp)) <= config.maxLineAgeNanos());
  }

  @Override
  public void restart() {
    disagreed = false;
  }
}
