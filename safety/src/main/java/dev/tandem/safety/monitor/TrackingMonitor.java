package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F31: joints that do not go where position-controlled drives were told to: category 2 when it
 * lasts.
 */
public final class TrackingMonitor implements Monitor {
  private final Block commanded;
  private final Block measured;
  private final MonitorConfig.Joints config;
  private final Lasting lasting = new Lasting();

  public TrackingMonitor(SignalSpec observation, MonitorConfig.Joints config) {
    this.commanded = observation.block(Channels.COMMANDED);
    this.measured = observation.block(Channels.POSITIONS);
    this.config = config;
    if (commanded.size() != measured.size()) {
      throw new IllegalArgumentException(
          Channels.COMMANDED
              + ": expected "
              + measured.size()
              + " joints as in q, got "
              + commanded.size());
    }
  }

  @Override
  public Fault fault() {
    return Fault.TRACKING_ERROR;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double largestRad = 0;
    for (int i = 0; i < measured.size(); i++) {
      double wanted = observation.get(commanded.offset() + i);
      double errorRad = Math.abs(wanted - observation.get(measured.offset() + i));
      largestRad = Math.max(largestRad, errorRad);
    }
    boolean away = !(largestRad <= config.maxTrackingErrorRad());
    return lasting.nanos(tick, away) >= config.trackingNanos() ? Reaction.STOP2 : Reaction.NONE;
  }

  @Override
  public void restart() {
    lasting.restart();
  }
}
