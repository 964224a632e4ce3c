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
 * A line that has one good value; any other one, NaN too, is the fault.
 *
 * @param channel index in the observation
 * @param good the only value that means well
 * @param reaction to every other value
 */
public record LineMonitor(Fault fault, int channel, double good, Reaction reaction)
    implements Monitor {
  /** F02: released or squeezed, category 1. */
  public static Monitor enablingDevice(SignalSpec observation) {
    int channel = observation.indexOf(Channels.ENABLE);
    return new LineMonitor(Fault.ENABLING_DEVICE, channel, 1, Reaction.STOP1);
  }

  /** F03: somebody in the protected field, category 2. */
  public static Monitor protectiveStop(SignalSpec observation) {
    int channel = observation.indexOf(Channels.PROTECTIVE);
    return new LineMonitor(Fault.PROTECTIVE_STOP, channel, 1, Reaction.STOP2);
  }

  /** F43: any fault bit of the drives, category 1. */
  public static Monitor drives(SignalSpec observation) {
    int channel = observation.indexOf(Channels.DRIVE_STATUS);
    return new LineMonitor(Fault.DRIVE_FAULT, channel, 0, Reaction.STOP1);
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    return observation.get(channel) == good ? Reaction.NONE : reaction;
  }
}
