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

  /** For which the runtime answers before it is armed: long enough beyond any doubt. */
  private static final long ANSWERING_NANOS = 2 * Rearming.UNBROKEN_NANOS;

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

  /** Returns how often the drives were stopped. */
  static long rehearse(Path scratch, WatchdogLimits limits) {
    SplittableRandom random = new SplittableRandom(1);
    SimulatedClock clock = new SimulatedClock();
    try (Watch watch = new Watch(scratch, limits, List.of(cause -> {}), random);
        RuntimeHeartbeat runtime = new RuntimeHeartbeat(scratch, random)) {
      for (int i = 0; i < STOPS; i++) {
        armAndStop(watch, runtime, scratch, clock, limits);
      }
      return watch.status(clock.nanoTime()).stops();
    }
  }

  private static void armAndStop(
      Watch watch,
      RuntimeHeartbeat runtime,
      Path scratch,
      SimulatedClock clock,
      WatchdogLimits limits) {
    clock.advanceNanos(Rearming.WINDOW_NANOS);
    for (long ranNanos = 0; ranNanos < ANSWERING_NANOS; ranNanos += limits.lookNanos()) {
      clock.advanceNanos(limits.lookNanos());
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
