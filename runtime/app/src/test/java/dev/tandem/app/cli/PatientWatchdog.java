package dev.tandem.app.cli;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.safety.watchdog.RearmRequest;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A real watchdog that any machine can keep up with, and a person who arms it for a first run. */
final class PatientWatchdog implements AutoCloseable {
  private static final long MILLI = 1_000_000;
  private static final WatchdogLimits LIMITS =
      new WatchdogLimits(5_000 * MILLI, 10_000 * MILLI, MILLI, 11_000 * MILLI);

  private final Path file;
  private final Clock clock = new SystemClock();
  private final Watch watch;
  private final WatchdogThread watching;
  private final Thread thread;

  PatientWatchdog(Path file) {
    this.file = file;
    watch = new Watch(file, LIMITS, List.of(), new SplittableRandom(1));
    watching = new WatchdogThread(watch, clock);
    thread = Thread.ofPlatform().start(watching);
    Thread.ofPlatform().daemon().start(this::arm);
  }

  private void arm() {
    Optional<RearmResult> answer = Optional.empty();
    while (!answer.equals(Optional.of(RearmResult.ARMED)) && thread.isAlive()) {
      clock.awaitNanos(clock.nanoTime() + 100 * MILLI);
      try (RearmRequest request = new RearmRequest(file, clock)) {
        answer = request.ask("a test");
      }
    }
  }

  /** Why the drives are stopped. */
  TripCause cause() {
    return watch.status(clock.nanoTime()).cause();
  }

  @Override
  public void close() {
    watching.end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    watch.close();
  }
}
