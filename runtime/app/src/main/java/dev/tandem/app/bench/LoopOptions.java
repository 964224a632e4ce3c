package dev.tandem.app.bench;

import dev.tandem.runtime.loop.Timing;
import dev.tandem.runtime.os.RealTimeConfig;

/**
 * What {@link LoopBench} measures.
 *
 * @param ticks that the control thread runs
 * @param rateHz of the loop
 * @param phaseNanos of its deadlines after whole multiples of the period
 * @param realTime wishes of the control thread
 * @param spinNanos that it spins before each deadline instead of sleeping
 */
public record LoopOptions(
    long ticks, int rateHz, long phaseNanos, RealTimeConfig realTime, long spinNanos) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  public static final int MAX_RATE_HZ = 100_000;

  public LoopOptions {
    if (ticks < 1 || rateHz < 1 || rateHz > MAX_RATE_HZ || spinNanos < 0) {
      throw new IllegalArgumentException(
          "expected ticks >= 1, a rate of 1 to 100000 Hz and spin >= 0 ns, got %d, %d, %d"
              .formatted(ticks, rateHz, spinNanos));
    }
    timing(rateHz, phaseNanos);
  }

  Timing timing() {
    return timing(rateHz, phaseNanos);
  }

  private static Timing timing(int rateHz, long phaseNanos) {
    return Timing.every(NANOS_PER_SECOND / rateHz).at(phaseNanos);
  }
}
