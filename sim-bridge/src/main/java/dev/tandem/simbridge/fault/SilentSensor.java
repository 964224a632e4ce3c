package dev.tandem.simbridge.fault;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A sensor whose packets do not come: the last values stand. Control thread. */
public final class SilentSensor implements Sensor {
  private final Sensor inner;
  private final FaultWindow window;

  public SilentSensor(Sensor inner, FaultWindow window) {
    this.inner = inner;
    this.window = window;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    return window.isOpen(tick) ? IoStatus.STALE : inner.sample(tick, observation);
  }

  @Override
  public void close() {
    inner.close();
  }
}
