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
import java.util.function.LongSupplier;

/** Something that was dropped and is counted elsewhere: seen in every tick in which it grew. */
public final class CountMonitor implements Monitor {
  private final Fault fault;
  private final Count count;
  private double before;
  private boolean started;

  /** Where a count is found. Control thread: no allocation, no lock. */
  @FunctionalInterface
  public interface Count {
    double of(Observation observation, LoopHealth health);
  }

  public CountMonitor(Fault fault, Count count) {
    this.fault = fault;
    this.count = count;
  }

  /** F09: actions that a slot dropped, since the start. */
  public static Monitor droppedActions(LongSupplier dropped) {
    return new CountMonitor(
        Fault.ACTION_OUT_OF_ORDER, (observation, health) -> dropped.getAsLong());
  }

  /** F36: records that the ring had no room for. */
  public static Monitor lostRecords() {
    return new CountMonitor(Fault.RECORDS_LOST, (observation, health) -> health.lostRecords);
  }

  /** F45: frames that failed their check; each is also a lost packet. */
  public static Monitor corruptFrames(SignalSpec spec) {
    int channel = spec.indexOf(Channels.DRIVE_CORRUPT);
    return new CountMonitor(Fault.FRAME_CORRUPT, (observation, health) -> observation.get(channel));
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double now = count.of(observation, health);
    boolean grew = started && now > before;
    before = now;
    started = true;
    return grew ? Reaction.LIMIT : Reaction.NONE;
  }

  /** What is counted goes on being counted. */
  @Override
  @HotPath
  public void recovered() {}

  @Override
  public void restart() {
    started = false;
  }
}
