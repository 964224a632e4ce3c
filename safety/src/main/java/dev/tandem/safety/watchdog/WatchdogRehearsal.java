package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arms and stops in play, on a file and a clock of its own, until every branch is compiled: the
 * first real stop must not be the first at all.
 */
public final class WatchdogRehearsal {
  private static final int STOPS = 30;
  private static final long TICKS_BEFORE_ARMING = 150;

  private WatchdogRehearsal() {}

  /** Rehearses on a file beside {@code file}, which is gone afterwards. */
  public static void beside(Path file, WatchdogLimits limits) {
    Path scratch = file.resolveSibling(file.getFileName() + ".rehearsal");
    try {
      Files.deleteIfExists(scratch);
      rehearse(scratch, limits);
      Files.deleteIfExists(scratch);
    } catch (IOException e) {
      throw new PageException(scratch, e);
    }
  }

  private static void rehearse(Path scratch, WatchdogLimits limits) {
    SplittableRandom random = new SplittableRandom(1);
    SimulatedClock clock = new SimulatedClock();
    clock.advanceNanos(Rearming.MAX_AGE_NANOS);
    try (Watch watch = new Watch(scratch, limits, List.of(cause -> {}), random);
        RuntimeHeartbeat runtime = new RuntimeHeartbeat(scratch, random)) {
      for (int i = 0; i < STOPS; i++) {
        armAndStop(watch, runtime, scratch, clock, limits);
      }
      watch.end(clock.nanoTime());
    }
  }

  private static void armAndStop(
      Watch watch,
      RuntimeHeartbeat runtime,
      Path scratch,
      SimulatedClock clock,
      WatchdogLimits limits) {
    clock.advanceNanos(Rearming.WINDOW_NANOS);
    for (long tick = 0; tick < TICKS_BEFORE_ARMING; tick++) {
      clock.advanceNanos(Rearming.UNBROKEN_NANOS / TICKS_BEFORE_ARMING + 1_000);
      runtime.beat(clock.nanoTime());
      watch.look(clock.nanoTime());
    }
    try (RearmRequest request = new RearmRequest(scratch, clock)) {
      request.post("a rehearsal");
    }
    watch.look(clock.nanoTime());
    clock.advanceNanos(limits.runtimeSilentNanos());
    watch.look(clock.nanoTime());
  }
}
