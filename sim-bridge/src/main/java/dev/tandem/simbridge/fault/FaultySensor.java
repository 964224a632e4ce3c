package dev.tandem.simbridge.fault;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/** A sensor some of whose channels go wrong: frozen, not finite, off, spiking. Control thread. */
public final class FaultySensor implements Sensor {
  private final Sensor inner;
  private final FaultWindow window;
  private final Block channels;
  private final Distortion distortion;
  private final IoStatus status;
  private final double[] before;

  /**
   * Spoils a block of channels.
   *
   * @param status what the sensor says meanwhile: OK when it does not notice
   */
  public FaultySensor(
      Sensor inner, FaultWindow window, Block channels, Distortion distortion, IoStatus status) {
    this.inner = inner;
    this.window = window;
    this.channels = channels;
    this.distortion = distortion;
    this.status = status;
    this.before = new double[channels.size()];
  }

  @Override
  @HotPath
  public IoStatus sample(Tick tick, MutableObservation observation) {
    IoStatus healthy = inner.sample(tick, observation);
    boolean open = window.isOpen(tick);
    for (int i = 0; i < before.length; i++) {
      double now = observation.get(channels.offset() + i);
      if (open) {
        observation.set(channels.offset() + i, distortion.of(now, before[i]));
      } else {
        before[i] = now;
      }
    }
    return open && status.compareTo(healthy) > 0 ? status : healthy;
  }

  @Override
  public void close() {
    inner.close();
  }
}
