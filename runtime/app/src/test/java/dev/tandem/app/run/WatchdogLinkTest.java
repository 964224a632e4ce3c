package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.safety.watchdog.PageException;
import dev.tandem.safety.watchdog.RearmRequest;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchdogLinkTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long BRAKING_NANOS = 500 * MILLISECOND;
  private static final String AGREED =
      "--runtime-silent-ms 10.0 --watchdog-silent-ms 20.0 --look-ms 1.0 --permit-ms ";

  @TempDir private Path folder = Path.of("");
  private final SimulatedClock clock = new SimulatedClock();

  private Path file() {
    return folder.resolve("page");
  }

  private Watch watch() {
    clock.advanceNanos(10_000 * MILLISECOND);
    return new Watch(file(), WatchdogLimits.faultMatrix(), List.of(), new SplittableRandom(1));
  }

  private WatchdogLink open(long brakingNanos, Clock at) {
    WatchdogChoice asked = new WatchdogChoice(Optional.of(file()), false, false);
    return WatchdogLink.open(brakingNanos, asked, file(), at);
  }

  private WatchdogLink usual(boolean without) {
    WatchdogChoice open = new WatchdogChoice(Optional.empty(), without, false);
    return WatchdogLink.open(BRAKING_NANOS, open, file(), clock);
  }

  @Test
  void runsWithoutAWatchdogWhereThereIsNoneAndSaysSo() {
    WatchdogLink link = usual(false);
    assertTrue(link.heartbeat().isEmpty());
    assertTrue(link.permits());
    assertTrue(link.sentence().startsWith("no watchdog: nothing stops the drives"));
  }

  /** It may have stopped the drives before it was ended. */
  @Test
  void aUsualWatchdogThatIsDeadIsNotGotRoundUnlessSomebodySaysSo() {
    watch().close();
    clock.advanceNanos(21 * MILLISECOND);
    PageException dead = assertThrows(PageException.class, () -> usual(false));
    String message = String.valueOf(dead.getMessage());
    assertTrue(message.contains("start ./tandem watchdog --file "), message);
    assertTrue(message.endsWith(", or run with --no-watchdog"), message);
    assertTrue(usual(true).heartbeat().isEmpty());
  }

  @Test
  void refusesToRunWithoutTheWatchdogThatWasAskedFor() {
    PageException none = assertThrows(PageException.class, () -> open(BRAKING_NANOS, clock));
    assertTrue(String.valueOf(none.getMessage()).contains("start ./tandem watchdog"));
    watch().close();
    PageException silent = assertThrows(PageException.class, () -> open(BRAKING_NANOS, clock));
    assertTrue(String.valueOf(silent.getMessage()).contains("expected a watchdog at work"));
  }

  @Test
  void refusesAWatchdogWhosePermitEndsBeforeAControlledStopDoes() {
    try (Watch watch = watch()) {
      watch.look(clock.nanoTime());
      open(BRAKING_NANOS, clock).close();
      PageException tooShort =
          assertThrows(PageException.class, () -> open(BRAKING_NANOS + 1, clock));
      String message = String.valueOf(tooShort.getMessage());
      assertTrue(message.contains("expected at least 500.000001 ms"), message);
      assertTrue(message.contains("found 500.0 ms"), message);
      assertTrue(message.contains("--permit-ms"), message);
    }
  }

  /** As by kill -9: asking it to let the drives run would be of no use. */
  @Test
  void saysThatAWatchdogThatFellSilentMustBeStartedAgain() {
    try (Watch watch = watch()) {
      watch.look(clock.nanoTime());
      try (WatchdogLink link = open(BRAKING_NANOS, clock)) {
        assertEquals("rearm the watchdog, then ", link.firstAid());
        clock.advanceNanos(21 * MILLISECOND);
        assertEquals("start the watchdog again, rearm the watchdog, then ", link.firstAid());
        assertTrue(
            link.sentence().contains("; start it again: ./tandem watchdog --file "),
            link.sentence());
      }
    }
  }

  /** What was checked when the run began, as that there is time to brake, is not so now. */
  @Test
  void saysWhichLimitsAWatchdogNeedsThatWasRestartedWithOthers() {
    Watch first = watch();
    first.look(clock.nanoTime());
    try (WatchdogLink link = open(BRAKING_NANOS, clock)) {
      first.close();
      WatchdogLimits shorter =
          new WatchdogLimits(10 * MILLISECOND, 20 * MILLISECOND, MILLISECOND, 30 * MILLISECOND);
      Watch restarted = new Watch(file(), shorter, List.of(), new SplittableRandom(2));
      restarted.look(clock.nanoTime());
      String agreed = "start it with " + AGREED + "520.0, or this run anew";
      assertEquals(
          "watchdog %s: expected the limits that this run began with, found %s30.0; %s"
              .formatted(file(), AGREED, agreed),
          link.sentence());
      assertEquals("end the watchdog, " + agreed + ", rearm the watchdog, then ", link.firstAid());
      restarted.close();
    }
  }

  @Test
  void saysWithWhichLimitsAWatchdogThatHadItsOwnMustBeStartedAgain() {
    clock.advanceNanos(10_000 * MILLISECOND);
    WatchdogLimits own =
        new WatchdogLimits(5 * MILLISECOND, 10 * MILLISECOND, MILLISECOND, 600 * MILLISECOND);
    try (Watch watch = new Watch(file(), own, List.of(), new SplittableRandom(1))) {
      watch.look(clock.nanoTime());
      try (WatchdogLink link = open(BRAKING_NANOS, clock)) {
        clock.advanceNanos(10 * MILLISECOND);
        String again = "; start it again: ./tandem watchdog --file " + file() + " " + own.options();
        assertTrue(link.sentence().contains(again + ", then --rearm"), link.sentence());
      }
    }
  }

  @Test
  void waitsForAPersonToArmTheWatchdogAndThenLetsTheDrivesRun() throws InterruptedException {
    Clock wall = new SystemClock();
    WatchdogLimits patient =
        new WatchdogLimits(
            5_000 * MILLISECOND, 10_000 * MILLISECOND, MILLISECOND, 11_000 * MILLISECOND);
    try (Watch watch = new Watch(file(), patient, List.of(), new SplittableRandom(1))) {
      watch.look(wall.nanoTime());
      WatchdogThread watching = new WatchdogThread(watch, wall);
      Thread thread = new Thread(watching);
      thread.start();
      try (WatchdogLink link = open(BRAKING_NANOS, wall)) {
        Heartbeat heartbeat = link.heartbeat().orElseThrow();
        assertFalse(link.permits());
        assertTrue(link.sentence().contains("; ./tandem watchdog --file "), link.sentence());
        assertTrue(link.sentence().endsWith(" --rearm --reason WHY"), link.sentence());
        assertEquals("rearm the watchdog, then ", link.firstAid());
        CompletableFuture<Optional<RearmResult>> asked = beatUntilArmed(heartbeat, wall);
        assertEquals(Optional.of(RearmResult.ARMED), asked.join());
        assertTrue(link.permits());
        assertTrue(link.sentence().endsWith("the drives may run"), link.sentence());
        assertEquals("", link.firstAid());
      } finally {
        watching.end();
        thread.join();
      }
    }
  }

  private CompletableFuture<Optional<RearmResult>> beatUntilArmed(Heartbeat heartbeat, Clock wall) {
    long arming = wall.nanoTime() + 500 * MILLISECOND;
    while (wall.nanoTime() < arming) {
      heartbeat.beat(wall.nanoTime());
      wall.awaitNanos(wall.nanoTime() + MILLISECOND);
    }
    CompletableFuture<Optional<RearmResult>> asked =
        CompletableFuture.supplyAsync(
            () -> {
              try (RearmRequest request = new RearmRequest(file(), wall)) {
                return request.ask("a test");
              }
            });
    long untilNanos = wall.nanoTime() + 20_000 * MILLISECOND;
    while (!asked.isDone() || heartbeat.beat(wall.nanoTime()) == Heartbeat.Pulse.STOPPED) {
      assertTrue(wall.nanoTime() < untilNanos, "expected power within 20 s, found " + asked);
      heartbeat.beat(wall.nanoTime());
      wall.awaitNanos(wall.nanoTime() + MILLISECOND);
    }
    return asked;
  }
}
