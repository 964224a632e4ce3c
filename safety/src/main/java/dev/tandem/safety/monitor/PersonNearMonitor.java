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
 * Somebody is near: reduced speed. By the presence channel, which says anything but 0, by a
 * distance below a threshold, NaN counting as no distance at all, or by whichever of the two is
 * there.
 */
public final class PersonNearMonitor implements Monitor {
  private static final int NO_CHANNEL = -1;

  private final int present;
  private final int distance;
  private final double nearM;

  public PersonNearMonitor(SignalSpec observation, double nearM) {
    this.present = channel(observation, Channels.PERSON_PRESENT);
    this.distance = channel(observation, Channels.PERSON_DISTANCE);
    this.nearM = nearM;
    if (present == NO_CHANNEL && distance == NO_CHANNEL) {
      throw new IllegalArgumentException(
          observation.name()
              + ": expected a channel "
              + Channels.PERSON_PRESENT
              + " or "
              + Channels.PERSON_DISTANCE);
    }
  }

  private static int channel(SignalSpec observation, String name) {
    return Channels.has(observation, name) ? observation.indexOf(name) : NO_CHANNEL;
  }

  @Override
  public Fault fault() {
    return Fault.PERSON_NEAR;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    boolean there = present != NO_CHANNEL && observation.get(present) != 0;
    boolean near = distance != NO_CHANNEL && !(observation.get(distance) >= nearM);
    return there || near ? Reaction.REDUCE : Reaction.NONE;
  }
}
