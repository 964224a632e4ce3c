package dev.tandem.simbridge.fault;

import dev.tandem.runtime.act.Actuator;
import dev.tandem.runtime.act.SafeCommand;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** Drives that do not take a command, and brake instead. Control thread. */
public final class FaultyActuator implements Actuator {
  private final Actuator inner;
  private final FaultWindow window;

  public FaultyActuator(Actuator inner, FaultWindow window) {
    this.inner = inner;
    this.window = window;
  }

  @Override
  public SignalSpec spec() {
    return inner.spec();
  }

  @Override
  @HotPath
  public IoStatus write(Tick tick, SafeCommand command) {
    if (window.isOpen(tick)) {
      inner.makeSafe(tick);
      return IoStatus.FAULT;
    }
    return inner.write(tick, command);
  }

  @Override
  @HotPath
  public IoStatus makeSafe(Tick tick) {
    return inner.makeSafe(tick);
  }

  @Override
  public void close() {
    inner.close();
  }
}
