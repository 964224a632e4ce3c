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
import dev.tandem.safety.intake.SequenceCheck;

/**
 * F11, F12: packets of the drives that did not come, by their sequence number. It counts the ticks
 * in a row without a new one; a number that goes backwards, or on by more than the ticks that have
 * passed, is no new one. Drives that count anew stop the robot; after a recovery their numbers
 * hold.
 */
public final class PacketMonitor implements Monitor {
  private final Fault fault;
  private final Reaction reaction;
  private final int fromTicks;
  private final int sequence;
  private final SequenceCheck numbers = new SequenceCheck();
  private int missing;

  private PacketMonitor(SignalSpec observation, Fault fault, Reaction reaction, int fromTicks) {
    this.fault = fault;
    this.reaction = reaction;
    this.fromTicks = fromTicks;
    this.sequence = observation.indexOf(Channels.DRIVE_SEQUENCE);
  }

  /** F11: every missing packet is seen; the last state stands. */
  public static Monitor one(SignalSpec observation) {
    return new PacketMonitor(observation, Fault.PACKET_LOST, Reaction.LIMIT, 1);
  }

  /** F12: category 2, before the robot itself stops. */
  public static Monitor many(SignalSpec observation, int inARow) {
    return new PacketMonitor(observation, Fault.PACKETS_LOST, Reaction.STOP2, inARow);
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    missing = numbers.isNew(tick, observation.get(sequence)) ? 0 : missing + 1;
    return missing >= fromTicks ? reaction : Reaction.NONE;
  }

  @Override
  public void restart() {
    numbers.restart();
    missing = 0;
  }
}
