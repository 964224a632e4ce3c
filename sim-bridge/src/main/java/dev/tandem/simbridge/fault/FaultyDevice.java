package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A person's device that falls silent; what the person wants is not known meanwhile. */
public final class FaultyDevice implements InterventionSource {
  private final InterventionSource inner;
  private final FaultWindow window;

  public FaultyDevice(InterventionSource inner, FaultWindow window) {
    this.inner = inner;
    this.window = window;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    return inner.poll(tick, observation, action);
  }

  @Override
  @HotPath
  public boolean interrupts(Tick tick, Observation observation) {
    return inner.interrupts(tick, observation);
  }

  @Override
  @HotPath
  public boolean isLost(Tick tick) {
    return window.isOpen(tick) || inner.isLost(tick);
  }
}
