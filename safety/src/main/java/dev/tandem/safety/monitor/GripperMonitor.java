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
 * F44: the gripper's width is not that of the part it should hold: opened under load, or the part
 * was lost. Category 2 when it lasts.
 */
public final class GripperMonitor implements Monitor {
  private final int width;
  private final int part;
  private final MonitorConfig.Tool config;
  private final Lasting lasting = new Lasting();

  public GripperMonitor(SignalSpec observation, MonitorConfig.Tool config) {
    this.width = observation.indexOf(Channels.GRIPPER_WIDTH);
    this.part = observation.indexOf(Channels.GRIPPER_PART);
    this.config = config;
  }

  @Override
  public Fault fault() {
    return Fault.GRIPPER;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double wanted = observation.get(part);
    double offM = Math.abs(observation.get(width) - wanted);
    boolean lost = wanted != 0 && !(offM <= config.partToleranceM());
    return lasting.nanos(tick, lost) > config.partNanos() ? Reaction.STOP2 : Reaction.NONE;
  }

  @Override
  public void restart() {
    lasting.restart();
  }
}
