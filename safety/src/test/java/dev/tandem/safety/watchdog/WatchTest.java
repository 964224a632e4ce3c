package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import dev.tandem.safety.AllocatedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both sides in one process, on a simulated clock: what happens when, to the microsecond. */
class WatchTest {
  private static final long MILLI = WatchRig.MILLI;
  private static final long MICRO = WatchRig.MICRO;

  @RegisterExtension final WatchRig rig = new WatchRig();

  @Test
  void keepsTheDrivesStoppedUntilAPersonArms() {
    rig.run(500);
    assertFalse(rig.driveRuns());
    assertEquals(Pulse.STOPPED, rig.pulse);
    assertEquals(TripCause.NOT_ARMED, rig.cause());
    rig.armed();
    assertTrue(rig.driveRuns());
    assertEquals(TripCause.NONE, rig.cause());
  }

  @Test
  void letsTheDrivesRunAsLongAsTheRuntimeBeats() {
    rig.armed().run(10_000);
    assertEquals(Pulse.ALIVE, rig.pulse);
    assertTrue(rig.driveRuns());
    assertEquals(List.of(), rig.stops);
  }

  @Test
  void stopsTheDrivesTenMillisecondsAfterTheRuntimesLastBeat() {
    rig.armed();
    assertEquals(10 * MILLI, rig.watchUntil(() -> !rig.driveRuns()));
    assertEquals(List.of(TripCause.RUNTIME_SILENT), rig.stops);
    assertEquals(TripCause.RUNTIME_SILENT, rig.cause());
  }

  @Test
  void toleratesASilenceThatEndsJustInTime() {
    rig.armed();
    rig.clock.advanceNanos(10 * MILLI - MICRO);
    rig.watch.look(rig.now());
    assertTrue(rig.driveRuns());
    rig.runtime.beat(rig.now());
    rig.watch.look(rig.now());
    rig.clock.advanceNanos(5 * MILLI);
    rig.watch.look(rig.now());
    assertTrue(rig.driveRuns());
  }

  @Test
  void measuresSilenceFromTheBeatNotFromTheLookThatFoundIt() {
    rig.armed();
    rig.runtime.beat(rig.now());
    rig.clock.advanceNanos(600 * MICRO);
    rig.watch.look(rig.now());
    assertEquals(9_400 * MICRO, rig.watchUntil(() -> !rig.driveRuns()));
  }

  @Test
  void staysStoppedWhenTheRuntimeComesBack() {
    rig.armed();
    rig.watchUntil(() -> !rig.driveRuns());
    rig.run(5_000);
    assertFalse(rig.driveRuns());
    assertEquals(Pulse.STOPPED, rig.pulse);
    assertEquals(TripCause.RUNTIME_SILENT, rig.cause());
    rig.armed();
    assertTrue(rig.driveRuns());
  }

  @Test
  void takesARepeatedAnswerForSilence() {
    rig.armed();
    long answer = rig.seen.get(Word.RUNTIME_ANSWER);
    long stamp = rig.seen.get(Word.RUNTIME_STAMP_NANOS);
    long nanos =
        rig.watchUntil(
            () -> {
              rig.seen.set(Word.RUNTIME_STAMP_NANOS, stamp);
              rig.seen.set(Word.RUNTIME_ANSWER, answer);
              return !rig.driveRuns();
            });
    assertEquals(10 * MILLI, nanos);
    assertEquals(List.of(TripCause.RUNTIME_SILENT), rig.stops);
  }

  @Test
  void findsOutAWriterWhoseStampsGoOnWithoutAnswers() {
    rig.armed();
    long nanos =
        rig.watchUntil(
            () -> {
              rig.seen.set(Word.RUNTIME_STAMP_NANOS, rig.now());
              return !rig.driveRuns();
            });
    assertEquals(10 * MILLI, nanos);
    assertEquals(List.of(TripCause.RUNTIME_ANSWERS_WRONG), rig.stops);
  }

  @Test
  void findsOutAWriterThatReplaysWhatItOnceRightlySaid() {
    long[] answers = new long[100];
    long[] stamps = new long[100];
    rig.armed();
    for (int i = 0; i < answers.length; i++) {
      rig.run(1);
      answers[i] = rig.seen.get(Word.RUNTIME_ANSWER);
      stamps[i] = rig.seen.get(Word.RUNTIME_STAMP_NANOS);
    }
    int[] next = {0};
    long nanos =
        rig.watchUntil(
            () -> {
              rig.seen.set(Word.RUNTIME_STAMP_NANOS, stamps[next[0] % 100]);
              rig.seen.set(Word.RUNTIME_ANSWER, answers[next[0]++ % 100]);
              return !rig.driveRuns();
            });
    assertEquals(10 * MILLI, nanos);
  }

  @Test
  void believesNoStampFromTheFuture() {
    rig.armed();
    rig.runtime.beat(rig.now() + 1000 * MILLI);
    rig.watch.look(rig.now());
    assertEquals(10 * MILLI, rig.watchUntil(() -> !rig.driveRuns()));
  }

  @Test
  void stopsAtItsNextLookWhenTheRuntimeLeaves() {
    rig.armed();
    rig.restartRuntime();
    rig.run(1);
    assertEquals(List.of(TripCause.RUNTIME_REPLACED), rig.stops);
    assertFalse(rig.driveRuns());
  }

  @Test
  void tellsARuntimeThatLeftFromOneThatFellSilent() {
    rig.armed();
    rig.runtime.close();
    rig.watch.look(rig.now());
    assertEquals(List.of(TripCause.RUNTIME_LEFT), rig.stops);
    rig.runtime = rig.newRuntime();
  }

  @Test
  void doesNotLetARestartedRuntimeDrive() {
    rig.armed();
    rig.restartRuntime();
    rig.run(1_000);
    assertFalse(rig.driveRuns());
    assertEquals(Pulse.STOPPED, rig.pulse);
  }

  @Test
  void comesUpStoppedWhenItIsRestartedItself() {
    rig.armed();
    rig.restartWatch();
    assertFalse(rig.driveRuns());
    rig.run(1_000);
    assertFalse(rig.driveRuns());
    assertEquals(TripCause.NOT_ARMED, rig.cause());
  }

  @Test
  void stopsTheDrivesWhenItIsEnded() {
    rig.armed();
    rig.watch.end(rig.now());
    assertFalse(rig.driveRuns());
    assertEquals(List.of(TripCause.WATCHDOG_ENDED), rig.stops);
  }

  @Test
  void letsThePermitRunOutAfterAControlledStopWhenTheWatchdogDies() {
    rig.armed();
    rig.watch.look(rig.now());
    rig.clock.advanceNanos(520 * MILLI - MICRO);
    assertTrue(rig.driveRuns());
    rig.clock.advanceNanos(MICRO);
    assertFalse(rig.driveRuns());
  }

  /** The runtime beats on; the watchdog looks no more for so long. */
  private void holdUp(int millis) {
    rig.armed();
    rig.watch.look(rig.now());
    for (int i = 0; i < millis; i++) {
      rig.clock.advanceNanos(MILLI);
      rig.runtime.beat(rig.now());
    }
    rig.watch.look(rig.now());
  }

  @Test
  void oneThatWasHeldUpRenewsNoPermitAndCutsItWhenItHasRunOut() {
    holdUp(20);
    assertEquals(TripCause.WATCHDOG_LATE, rig.cause());
    rig.run(499);
    assertTrue(rig.driveRuns(), "power to brake with");
    assertEquals(List.of(), rig.stops);
    rig.run(1);
    assertFalse(rig.driveRuns());
    assertEquals(List.of(TripCause.WATCHDOG_LATE), rig.stops);
    rig.run(1_000);
    assertFalse(rig.driveRuns(), "latched");
    assertEquals(1, rig.watch.status(rig.now()).stops());
    assertEquals(List.of(TripCause.WATCHDOG_LATE), rig.stops);
  }

  @Test
  void oneThatWasHeldUpForLongerThanThePermitLastsCutsAtOnce() {
    holdUp(520);
    assertFalse(rig.driveRuns());
    assertEquals(List.of(TripCause.WATCHDOG_LATE), rig.stops);
  }

  @Test
  void whoCannotBrakeHasNoPowerForIt() {
    holdUp(20);
    assertEquals(10 * MILLI, rig.watchUntil(() -> !rig.driveRuns()));
    assertEquals(List.of(TripCause.WATCHDOG_LATE), rig.stops);
  }

  @Test
  void aRuntimeThatLeavesWhileItBrakesLosesThePowerAtTheNextLook() {
    holdUp(20);
    rig.restartRuntime();
    rig.run(1);
    assertFalse(rig.driveRuns());
  }

  @Test
  void whoArmsItMeanwhileLetsTheDrivesRunOn() {
    holdUp(20);
    rig.armed();
    rig.run(1_000);
    assertTrue(rig.driveRuns());
    assertEquals(List.of(), rig.stops);
  }

  @Test
  void oneThatIsEndedWhileItRunsOutCutsAtOnce() {
    holdUp(20);
    rig.watch.end(rig.now());
    assertFalse(rig.driveRuns());
    assertEquals(List.of(TripCause.WATCHDOG_ENDED), rig.stops);
  }

  @Test
  void looksAgainJustWhenTheRuntimesTimeIsUp() {
    rig.armed();
    rig.watch.look(rig.now());
    assertEquals(rig.now() + MILLI, rig.watch.nextLookNanos());
    long beatNanos = rig.now();
    rig.clock.advanceNanos(9 * MILLI + 300 * MICRO);
    rig.watch.look(rig.now());
    assertEquals(beatNanos + 10 * MILLI, rig.watch.nextLookNanos());
  }

  @Test
  void knowsWhatHasBecomeOfItsFile() throws IOException {
    assertEquals(PageState.THERE, rig.watch.pageState());
    Files.delete(rig.file);
    assertEquals(PageState.GONE, rig.watch.pageState());
  }

  @Test
  void aWayToStopThatBreaksLeavesTheOther() {
    rig.armed();
    rig.run(1);
    assertTrue(rig.drive.isGranted(rig.now()));
    rig.stopBreaks = true;
    assertThrows(IllegalStateException.class, () -> rig.watch.end(rig.now()));
    assertFalse(rig.drive.isGranted(rig.now()));
  }

  @Test
  void countsHowOftenTheOtherWaysToStopHaveFailed() {
    rig.armed();
    rig.stopFailures = 2;
    rig.run(1);
    assertEquals(2, rig.watch.status(rig.now()).stopFailures());
    rig.stopFailures = 3;
    rig.watch.end(rig.now());
    rig.watch.noteFailures();
    WatchdogStatus status = rig.watch.status(rig.now());
    assertEquals(
        "the drives are stopped: the watchdog was ended;"
            + " the stop command failed 3 times since the start",
        status.sentence());
    rig.restartWatch();
    assertEquals(0, rig.watch.status(rig.now()).stopFailures());
  }

  @Test
  void notesItsOwnLongestPause() {
    rig.armed().run(5);
    rig.clock.advanceNanos(3 * MILLI);
    rig.runtime.beat(rig.now());
    rig.watch.look(rig.now());
    rig.run(5);
    assertEquals(3 * MILLI, rig.seen.get(Word.LONGEST_PAUSE_NANOS));
  }

  @Test
  void allocatesNothingOnEitherSide() {
    rig.armed();
    assertEquals(0, AllocatedBytes.perCall(() -> rig.run(1)));
    assertTrue(rig.driveRuns());
  }

  /** As where CLOCK_MONOTONIC began anew since it was granted. */
  @Test
  void permitsNothingForLongerThanALeaseAndTheRuntimesSilence() {
    rig.armed();
    DrivePermit granted = new DrivePermit(rig.seen);
    granted.grant(rig.now() + 530 * MILLI);
    assertTrue(rig.driveRuns());
    granted.grant(rig.now() + 530 * MILLI + MICRO);
    assertFalse(rig.driveRuns());
    granted.grant(rig.now() + 3_600_000 * MILLI);
    assertFalse(rig.driveRuns());
  }

  @Test
  void permitsNothingWhenThePermitIsDamaged() {
    rig.armed();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long word = rig.seen.get(Word.PERMIT);
      rig.seen.set(Word.PERMIT, word ^ 1L << bit);
      assertFalse(rig.driveRuns(), "bit " + bit);
      rig.seen.set(Word.PERMIT, word);
    }
    assertTrue(rig.driveRuns());
  }
}
