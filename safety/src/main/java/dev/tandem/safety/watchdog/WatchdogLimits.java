package dev.tandem.safety.watchdog;

import java.util.Optional;

/**
 * When a side counts as silent.
 *
 * @param runtimeSilentNanos without a beat of the runtime, after which the watchdog stops the
 *     drives; F17 allows 10 ms
 * @param watchdogSilentNanos without an answer of the watchdog, after which the runtime stops; F18
 *     allows 20 ms
 * @param lookNanos from one look of the watchdog to the next
 * @param permitNanos from the watchdog's last look, after which the drives' permit ends by itself:
 *     time for the runtime to notice and to bring the arm to rest
 */
public record WatchdogLimits(
    long runtimeSilentNanos, long watchdogSilentNanos, long lookNanos, long permitNanos) {
  private static final double NANOS_PER_MILLI = 1e6;

  public WatchdogLimits {
    boolean inOrder =
        lookNanos > 0
            && runtimeSilentNanos >= 2 * lookNanos
            && watchdogSilentNanos >= 2 * lookNanos
            && permitNanos >= watchdogSilentNanos;
    if (!inOrder) {
      throw new IllegalArgumentException(
          "expected lookNanos > 0, both limits at least twice that and the permit at least the"
              + " watchdog's, got look %d, runtime %d, watchdog %d, permit %d"
                  .formatted(lookNanos, runtimeSilentNanos, watchdogSilentNanos, permitNanos));
    }
  }

  /**
   * The fault matrix: 10 ms and 20 ms, looked at every millisecond; then 500 ms for a controlled
   * stop.
   */
  public static WatchdogLimits faultMatrix() {
    return new WatchdogLimits(10_000_000, 20_000_000, 1_000_000, 520_000_000);
  }

  /**
   * What a controlled stop may take before the drives lose their power, the watchdog being dead.
   */
  public long brakingNanos() {
    return permitNanos - watchdogSilentNanos;
  }

  /** As {@code tandem watchdog} takes them. */
  public String options() {
    return options(runtimeSilentNanos, watchdogSilentNanos, lookNanos, permitNanos);
  }

  /** The same of figures that need not go together. */
  static String options(
      long runtimeSilentNanos, long watchdogSilentNanos, long lookNanos, long permitNanos) {
    return "--runtime-silent-ms %s --watchdog-silent-ms %s --look-ms %s --permit-ms %s"
        .formatted(
            runtimeSilentNanos / NANOS_PER_MILLI,
            watchdogSilentNanos / NANOS_PER_MILLI,
            lookNanos / NANOS_PER_MILLI,
            permitNanos / NANOS_PER_MILLI);
  }

  /** For people: how it is looser than {@link #faultMatrix}; empty when it is not. */
  public Optional<String> looser() {
    WatchdogLimits matrix = faultMatrix();
    if (runtimeSilentNanos <= matrix.runtimeSilentNanos
        && watchdogSilentNanos <= matrix.watchdogSilentNanos) {
      return Optional.empty();
    }
    return Optional.of(
        "looser than the fault matrix: a silent runtime is found after %s ms (%s), a silent watchdog after %s ms (%s)"
            .formatted(
                runtimeSilentNanos / NANOS_PER_MILLI,
                matrix.runtimeSilentNanos / NANOS_PER_MILLI,
                watchdogSilentNanos / NANOS_PER_MILLI,
                matrix.watchdogSilentNanos / NANOS_PER_MILLI));
  }
}
