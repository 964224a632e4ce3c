package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.safety.watchdog.DrivePermit;
import dev.tandem.safety.watchdog.RearmRequest;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import dev.tandem.safety.watchdog.SharedPage;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A runtime's heartbeat, a real watchdog on the same simulated clock, and the drives' permit
 * between them. The watchdog looks whenever it is time to, also while the runtime is held up; what
 * it would have seen meanwhile it sees before the next beat.
 */
final class WatchedRuntime implements Heartbeat, Clock, AutoCloseable {
  private static final long BEAT_NANOS = FaultRig.PERIOD_NANOS;
  private static final int FIRST_BEATS = 300;

  private final SimulatedClock clock;
  private final Path file;
  private final Watch watch;
  private final RuntimeHeartbeat runtime;
  private final SharedPage page;
  private final DrivePermit permit;
  private boolean watchdogLives = true;

  WatchedRuntime(SimulatedClock clock) {
    this.clock = clock;
    this.file = missingFile();
    clock.advanceNanos(1_000 * BEAT_NANOS);
    watch = new Watch(file, WatchdogLimits.faultMatrix(), List.of(), new SplittableRandom(1));
    runtime = new RuntimeHeartbeat(file, new SplittableRandom(2));
    page = SharedPage.open(file);
    permit = new DrivePermit(page);
  }

  private static Path missingFile() {
    try {
      Path file = Files.createTempFile("tandem", "watchdog");
      Files.delete(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beats for a while, then asks the watchdog to arm. */
  Optional<RearmResult> arm() {
    beats(FIRST_BEATS);
    try (RearmRequest request = new RearmRequest(file, this)) {
      return request.ask("the cell is empty");
    }
  }

  /** From now on it looks at nothing. */
  void killWatchdog() {
    watchdogLives = false;
  }

  boolean driveRuns() {
    return permit.isGranted(clock.nanoTime());
  }

  @Override
  public Pulse beat(long nowNanos) {
    looksUntil(nowNanos);
    return runtime.beat(nowNanos);
  }

  void beats(int count) {
    for (int i = 0; i < count; i++) {
      runtime.beat(clock.nanoTime());
      looksFor(BEAT_NANOS);
    }
  }

  void looksFor(long nanos) {
    long untilNanos = clock.nanoTime() + nanos;
    clock.awaitNanos(untilNanos);
    looksUntil(untilNanos);
  }

  private void looksUntil(long nanos) {
    while (watchdogLives && watch.nextLookNanos() <= nanos) {
      watch.look(watch.nextLookNanos());
    }
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public void awaitNanos(long deadlineNanos) {
    while (clock.nanoTime() < deadlineNanos) {
      beats(1);
    }
  }

  @Override
  public void close() {
    page.close();
    runtime.close();
    watch.close();
    forget();
  }

  /** Whoever has the file open keeps it. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
