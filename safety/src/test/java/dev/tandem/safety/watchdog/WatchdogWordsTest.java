package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the watchdog tells people, and the numbers that stand for it in the file. */
class WatchdogWordsTest {
  private static final long MILLI = WatchRig.MILLI;

  @RegisterExtension final WatchRig rig = new WatchRig();

  private String sentence() {
    return rig.watch.status(rig.now()).sentence();
  }

  @Test
  void causesHaveTheNumbersOfTheDocumentation() {
    long code = 0;
    for (TripCause cause : TripCause.values()) {
      assertEquals(code++, cause.code);
      assertEquals(cause, TripCause.of(cause.code));
      assertFalse(cause.words().isBlank());
    }
    assertThrows(IllegalArgumentException.class, () -> TripCause.of(8));
  }

  @Test
  void answersHaveTheNumbersOfTheDocumentation() {
    long code = 1;
    for (RearmResult result : RearmResult.values()) {
      assertEquals(code++, result.code);
      assertEquals(result, RearmResult.of(result.code));
      assertFalse(result.words().isBlank());
    }
    assertThrows(IllegalArgumentException.class, () -> RearmResult.of(0));
  }

  @Test
  void saysWhyTheDrivesAreStopped() {
    String never = "the drives are stopped: nobody has armed it since it was started";
    assertEquals(never, sentence());
    rig.armed();
    assertEquals("the drives may run: the cell is empty", sentence());
    rig.clock.advanceNanos(20 * MILLI);
    assertEquals("the drives are stopped: the watchdog itself fell silent", sentence());
    rig.watch.look(rig.now());
    assertEquals("the drives are stopped: the runtime's control thread fell silent", sentence());
  }

  @Test
  void countsStopsAndSaysSinceWhen() {
    assertEquals(0, rig.watch.status(rig.now()).stops());
    rig.armed();
    long armedNanos = rig.now() - MILLI;
    assertEquals(armedNanos, rig.watch.status(rig.now()).causeNanos());
    rig.watchUntil(() -> !rig.driveRuns());
    long stoppedNanos = rig.now();
    rig.run(7);
    WatchdogStatus status = rig.watch.status(rig.now());
    assertEquals(1, status.stops());
    assertEquals(stoppedNanos, status.causeNanos());
  }

  @Test
  void saysHowLongItHasNotLooked() {
    rig.run(1);
    rig.clock.advanceNanos(3 * MILLI);
    assertEquals(3 * MILLI, rig.watch.status(rig.now()).silentNanos());
  }

  @Test
  void aWatchdogIsAtWorkUntilItHasNotLookedForItsLimit() {
    WatchdogLimits limits = WatchdogLimits.faultMatrix();
    rig.run(1);
    rig.clock.advanceNanos(20 * MILLI - 1);
    assertTrue(rig.watch.status(rig.now()).isWatched(limits));
    rig.clock.advanceNanos(1);
    assertFalse(rig.watch.status(rig.now()).isWatched(limits));
  }

  @Test
  void aLookInTheFutureWasNone() {
    WatchdogLimits limits = WatchdogLimits.faultMatrix();
    rig.armed();
    rig.seen.set(Word.WATCHDOG_STAMP_NANOS, rig.now() + 20 * MILLI - 1);
    assertTrue(rig.watch.status(rig.now()).isWatched(limits));
    rig.seen.set(Word.WATCHDOG_STAMP_NANOS, rig.now() + 20 * MILLI);
    assertFalse(rig.watch.status(rig.now()).isWatched(limits));
    assertFalse(rig.watch.status(rig.now()).drivesPermitted());
  }

  @Test
  void aNewWatchdogCountsFromTheBeginning() {
    rig.armed();
    rig.watchUntil(() -> !rig.driveRuns());
    rig.clock.advanceNanos(5 * MILLI);
    rig.watch.look(rig.now());
    rig.restartWatch();
    rig.watch.look(rig.now());
    WatchdogStatus status = rig.watch.status(rig.now());
    assertEquals(0, status.stops());
    assertEquals(0, status.longestPauseNanos());
    assertEquals(0, status.causeNanos());
  }
}
