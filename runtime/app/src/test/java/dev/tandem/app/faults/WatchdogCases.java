package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
 * Watchdog, runtime and drive on one simulated clock; {@code WatchdogProcessTest} does the same to
 * processes of their own, with SIGSTOP and SIGKILL.
 */
final class WatchdogCases {
  private static final int PHASES = 20;
  private static final int CALM_BEATS = 300;
  private static final int LATCHED_BEATS = 150;
  private static final long BEAT_NANOS = 1_000_000;

  private WatchdogCases() {}

  /** Ticks from the last beat to the tick in which the drives have no permit any more. */
  static long silentRuntime() {
    SplittableRandom random = new SplittableRandom(17);
    long worst = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      try (Pair pair = new Pair(Files.createTempFile("tandem", "watchdog"))) {
        worst = Math.max(worst, silence(pair, random.nextLong(BEAT_NANOS)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return worst;
  }

  private static long silence(Pair pair, long phaseNanos) {
    pair.clock.advanceNanos(phaseNanos);
    pair.beats(CALM_BEATS);
    assertEquals(Optional.of(RearmResult.ARMED), pair.arm());
    pair.beats(CALM_BEATS);
    assertTrue(pair.driveRuns());
    long ticks = 1;
    while (pair.driveRuns()) {
      pair.looksFor(BEAT_NANOS);
      ticks++;
    }
    for (int beat = 0; beat < LATCHED_BEATS; beat++) {
      pair.beats(1);
      assertFalse(pair.driveRuns(), "latched, also when the runtime is back");
    }
    return ticks;
  }

  /** Time passes for whoever waits, and runtime and watchdog go on. */
  private static final class Pair implements Clock, AutoCloseable {
    final SimulatedClock clock = new SimulatedClock();
    private final Path file;
    private final Watch watch;
    private final RuntimeHeartbeat runtime;
    private final SharedPage page;
    private final DrivePermit permit;

    Pair(Path file) throws IOException {
      Files.delete(file);
      this.file = file;
      clock.advanceNanos(1_000 * BEAT_NANOS);
      watch = new Watch(file, WatchdogLimits.faultMatrix(), List.of(), new SplittableRandom(1));
      runtime = new RuntimeHeartbeat(file, new SplittableRandom(2));
      page = SharedPage.open(file);
      permit = new DrivePermit(page);
    }

    boolean driveRuns() {
      return permit.isGranted(clock.nanoTime());
    }

    Optional<RearmResult> arm() {
      try (RearmRequest request = new RearmRequest(file, this)) {
        return request.ask("the cell is empty");
      }
    }

    void beats(int count) {
      for (int i = 0; i < count; i++) {
        runtime.beat(clock.nanoTime());
        looksFor(BEAT_NANOS);
      }
    }

    void looksFor(long nanos) {
      long untilNanos = clock.nanoTime() + nanos;
      while (watch.nextLookNanos() <= untilNanos) {
        clock.awaitNanos(watch.nextLookNanos());
        watch.look(clock.nanoTime());
      }
      clock.awaitNanos(untilNanos);
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
    public void close() throws IOException {
      page.close();
      runtime.close();
      watch.close();
      Files.deleteIfExists(file);
    }
  }
}
