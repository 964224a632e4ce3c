package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import dev.tandem.runtime.time.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watchdog, runtime and drive on one file and one simulated clock, which starts at one second. A
 * test that registers one as its extension need not clean up.
 */
final class WatchRig implements AfterEachCallback {
  static final long MILLI = 1_000_000;
  static final long MICRO = 1_000;

  final Path file;
  final SimulatedClock clock = new SimulatedClock();
  final List<TripCause> stops = new ArrayList<>();
  final SharedPage seen;
  final DrivePermit drive;
  Watch watch;
  RuntimeHeartbeat runtime;
  Pulse pulse = Pulse.SILENT;
  long stopFailures;
  boolean stopBreaks;
  private final Path folder;
  private long seed = 1;

  WatchRig() {
    folder = newFolder();
    file = folder.resolve("watchdog");
    clock.advanceNanos(1000 * MILLI);
    watch = newWatch();
    runtime = newRuntime();
    seen = SharedPage.open(file);
    drive = new DrivePermit(seen);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("watch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Watch newWatch() {
    return newWatch(WatchdogLimits.faultMatrix());
  }

  private Watch newWatch(WatchdogLimits limits) {
    return new Watch(file, limits, List.of(furtherWay()), new SplittableRandom(seed++));
  }

  /** To stop the drives; it fails as often as a test says. */
  private DriveStop furtherWay() {
    return new DriveStop() {
      @Override
      public void stop(TripCause cause) {
        stops.add(cause);
        if (stopBreaks) {
          throw new IllegalStateException("a way to stop that is broken");
        }
      }

      @Override
      public long failures() {
        return stopFailures;
      }
    };
  }

  RuntimeHeartbeat newRuntime() {
    return new RuntimeHeartbeat(file, new SplittableRandom(seed++));
  }

  void restartWatch() {
    restartWatch(WatchdogLimits.faultMatrix());
  }

  void restartWatch(WatchdogLimits limits) {
    watch.close();
    watch = newWatch(limits);
  }

  void restartRuntime() {
    runtime.close();
    runtime = newRuntime();
  }

  long now() {
    return clock.nanoTime();
  }

  /** Lets time pass, a millisecond at a time: the runtime beats, then the watchdog looks. */
  void run(int millis) {
    for (int i = 0; i < millis; i++) {
      clock.advanceNanos(MILLI);
      pulse = runtime.beat(now());
      watch.look(now());
    }
  }

  /** Lets the watchdog alone look when it wants to, until something holds; returns how long. */
  long watchUntil(BooleanSupplier holds) {
    long begunNanos = now();
    while (!holds.getAsBoolean() && now() - begunNanos < 1000 * MILLI) {
      clock.awaitNanos(watch.nextLookNanos());
      watch.look(now());
    }
    return now() - begunNanos;
  }

  Optional<RearmResult> askToArm() {
    try (RearmRequest request = new RearmRequest(file, clock)) {
      long number = request.post("the cell is empty");
      watch.look(now());
      return request.answer(number);
    }
  }

  WatchRig armed() {
    run(150);
    assertEquals(Optional.of(RearmResult.ARMED), askToArm());
    run(1);
    assertEquals(Pulse.ALIVE, pulse);
    return this;
  }

  boolean driveRuns() {
    return drive.isGranted(now());
  }

  TripCause cause() {
    return TripCause.of(seen.get(Word.CAUSE));
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    runtime.close();
    watch.close();
    seen.close();
    Files.deleteIfExists(file);
    Files.delete(folder);
  }
}
