package dev.tandem.simbridge.fault;

import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A policy whose actions go wrong: not finite, out of range, jumping. Control thread. */
public final class FaultyPolicy implements Policy {
  private final Policy inner;
  private final FaultWindow window;
  private final Distortion distortion;

  public FaultyPolicy(Policy inner, FaultWindow window, Distortion distortion) {
    this.inner = inner;
    this.window = window;
    this.distortion = distortion;
  }

  @Override
  @HotPath
  public void act(Tick tick, Observation observation, MutableAction action) {
    inner.act(tick, observation, action);
    if (window.isOpen(tick)) {
      for (int i = 0; i < action.size(); i++) {
        action.set(i, distortion.of(action.get(i), 0));
      }
    }
  }

  @Override
  @HotPath
  public void prepare() {
    inner.prepare();
  }

  @Override
  @HotPath
  public long decidedNanos(Tick tick) {
    return inner.decidedNanos(tick);
  }

  @Override
  @HotPath
  public long version() {
    return inner.version();
  }
}
