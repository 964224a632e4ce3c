package dev.tandem.simbridge.fault;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A sensor that takes its time: the tick overruns its budget. Control thread. */
public final class SlowSensor implements Sensor {
  private final Sensor inner;
  private final FaultWindow window;
  private final Clock clock;
  private final long nanos;

  /**
   * Slow by so much.
   *
   * @param clock the loop's
   */
  public SlowSensor(Sensor inner, FaultWindow window, Clock clock, long nanos) {
    this.inner = inner;
    this.window = window;
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    if (window.isOpen(tick)) {
      clock.awaitNanos(clock.nanoTime() + nanos);
    }
    return inner.sample(tick, observation);
  }

  @Override
  public void close() {
    inner.close();
  }
}
