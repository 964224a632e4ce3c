package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.Tick;

/** The drives. Only a command that passed the gate can be written. */
public interface Actuator extends AutoCloseable {
  /** The channels that a command to these drives has. */
  SignalSpec spec();

  /** Sends the command; never waits, never throws. Control thread. */
  IoStatus write(Tick tick, SafeCommand command);

  /** Brings the drives to their safe state and keeps them there for this tick. Control thread. */
  IoStatus makeSafe(Tick tick);

  @Override
  void close();
}
