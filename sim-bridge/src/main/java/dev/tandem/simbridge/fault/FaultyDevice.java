package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * A person's device that is read in every tick, and falls silent: what it said last stands, and its
 * newest reading grows old. Says nothing of it: whoever listens has to notice. Control thread.
 */
public final class FaultyDevice implements InterventionSource {
  private final InterventionSource inner;
  private final FaultWindow window;
  private boolean drove;
  private long newestNanos;

  public FaultyDevice(InterventionSource inner, FaultWindow window) {
    this.inner = inner;
    this.window = window;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    if (!window.isOpen(tick)) {
      drove = inner.poll(tick, observation, action);
    }
    return drove;
  }

  @Override
  @HotPath
  public boolean interrupts(Tick tick, Observation observation) {
    return !window.isOpen(tick) && inner.interrupts(tick, observation);
  }

  @Override
  @HotPath
  public boolean isLost(Tick tick) {
    newestNanos = window.isOpen(tick) ? newestNanos : tick.startNanos();
    return inner.isLost(tick);
  }

  /** When it was read last, on the loop's clock. */
  @HotPath
  public long newestNanos() {
    return newestNanos;
  }
}
