package dev.tandem.safety.monitor;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Stamps in channels are seconds on the loop's clock; ages are exact to less than a microsecond.
 */
final class Stamps {
  private static final double NANOS_PER_SECOND = 1e9;

  private Stamps() {}

  /** At the tick's deadline; NaN when the stamp is. */
  @HotPath
  static double ageNanos(Tick tick, double stampSeconds) {
    return tick.startNanos() - Math.rint(stampSeconds * NANOS_PER_SECOND);
  }
}
