package dev.tandem.app.run;

import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run's watchdog, for the journal: how it was found, who armed it and why, what
 * it stopped the drives for. One thread, beside the loop.
 */
final class WatchdogNews {
  /** At most from one look of a watchdog to the next. */
  private static final long LOOK_NANOS = 25_000_000;

  private final Supplier<Optional<WatchdogStatus>> watchdog;
  private final ObjLongConsumer<String> record;
  private @Nullable TripCause told;
  private long toldStops;

  /**
   * Nothing is recorded before {@link #poll}.
   *
   * @param watchdog what it says now; empty where there is none
   * @param record keeps a line with its stamp, ns of CLOCK_MONOTONIC; 0 for now
   */
  WatchdogNews(Supplier<Optional<WatchdogStatus>> watchdog, ObjLongConsumer<String> record) {
    this.watchdog = watchdog;
    this.record = record;
  }

  /** Records what it makes of the run's end, at its next look; once the run has left. */
  void pollLast(Clock clock) {
    if (watchdog.get().isPresent()) {
      clock.awaitNanos(clock.nanoTime() + LOOK_NANOS);
      poll();
    }
  }

  /** Records what is new since the last look. */
  void poll() {
    watchdog.get().ifPresent(this::poll);
  }

  /** A stop is counted before it is told: until it is told the words are still the old ones. */
  private void poll(WatchdogStatus now) {
    boolean stoppedAnew = now.cause() != TripCause.NONE && now.stops() > toldStops;
    if (now.cause() != told || stoppedAnew) {
      told = now.cause();
      toldStops = now.stops();
      record.accept("watchdog: " + words(now), now.causeNanos());
    }
  }

  private static String words(WatchdogStatus now) {
    return now.cause() == TripCause.NONE
        ? "armed, the drives may run: " + now.reason()
        : "the drives are stopped: " + now.cause().words();
  }
}
