package dev.tandem.hil.device;

import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.function.LongSupplier;

/**
 * A person's device that is lost (fault F33) once its newest reading is too old: what the person
 * wants is not known then. Control thread.
 */
public final class TimedDevice implements InterventionSource {
  private final InterventionSource device;
  private final LongSupplier newestNanos;
  private final long maxAgeNanos;

  /**
   * Watches a device.
   *
   * @param newestNanos when it was read last, on the loop's clock; a volatile read, no lock
   * @param maxAgeNanos beyond which it is lost
   */
  public TimedDevice(InterventionSource device, LongSupplier newestNanos, long maxAgeNanos) {
    if (maxAgeNanos <= 0) {
      throw new IllegalArgumentException("maxAgeNanos must be > 0, got " + maxAgeNanos);
    }
    this.device = device;
    this.newestNanos = newestNanos;
    this.maxAgeNanos = maxAgeNanos;
  }

  @Override
  @HotPath
  public boolean poll(Tick tick, Observation observation, MutableAction action) {
    return device.poll(tick, observation, action);
  }

  @Override
  @HotPath
  public boolean interrupts(Tick tick, Observation observation) {
    return device.interrupts(tick, observation);
  }

  @Override
  @HotPath
  public boolean isLost(Tick tick) {
    boolean says = device.isLost(tick);
    return says || tick.startNanos() - newestNanos.getAsLong() > maxAgeNanos;
  }
}
