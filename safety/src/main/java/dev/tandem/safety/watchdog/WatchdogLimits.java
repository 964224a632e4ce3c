package dev.tandem.safety.watchdog;

/**
 * When a side counts as silent.
 *
 * @param runtimeSilentNanos without a beat of the runtime, after which the watchdog stops the
 *     drives; F17 allows 10 ms
 * @param watchdogSilentNanos without an answer of the watchdog, after which the runtime stops and
 *     the drives' permit ends by itself; F18 allows 20 ms
 * @param lookNanos from one look of the watchdog to the next
 */
public record WatchdogLimits(long runtimeSilentNanos, long watchdogSilentNanos, long lookNanos) {
  public WatchdogLimits {
    boolean inOrder =
        lookNanos > 0
            && runtimeSilentNanos >= 2 * lookNanos
            && watchdogSilentNanos >= 2 * lookNanos;
    if (!inOrder) {
      throw new IllegalArgumentException(
          "expected lookNanos > 0 and both limits at least twice that, got look %d, runtime %d, watchdog %d"
              .formatted(lookNanos, runtimeSilentNanos, watchdogSilentNanos));
    }
  }

  /** The fault matrix: 10 ms and 20 ms, looked at every millisecond. */
  public static WatchdogLimits faultMatrix() {
    return new WatchdogLimits(10_000_000, 20_000_000, 1_000_000);
  }
}
