package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runtime hears of its watchdog. */
class RuntimeHeartbeatTest {
  private static final long MILLI = WatchRig.MILLI;
  private static final long MICRO = WatchRig.MICRO;

  @RegisterExtension final WatchRig rig = new WatchRig();

  private Pulse beatAfter(long nanos) {
    rig.clock.advanceNanos(nanos);
    return rig.runtime.beat(rig.now());
  }

  @Test
  void aSessionIsOddSoThatNoneIsTakenForNoRuntime() {
    for (int i = 0; i < 20; i++) {
      assertEquals(1, Math.floorMod(rig.seen.get(Word.RUNTIME_SESSION), 2));
      rig.restartRuntime();
    }
  }

  @Test
  void takesItsLeaveWhenItCloses() {
    rig.runtime.close();
    assertEquals(0, rig.seen.get(Word.RUNTIME_SESSION));
    rig.runtime = rig.newRuntime();
  }

  @Test
  void mayTakeItsLeaveBeforeAndKnowsThenWhatBecameOfIt() {
    rig.armed();
    rig.runtime.leave();
    rig.watch.look(rig.now());
    assertEquals(TripCause.RUNTIME_LEFT, rig.runtime.status(rig.now()).cause());
    assertEquals(Pulse.SILENT, rig.runtime.beat(rig.now()));
  }

  @Test
  void tellsWhatTheWatchdogSaysAndWhetherItIsAtWork() {
    rig.armed();
    assertEquals("the cell is empty", rig.runtime.status(rig.now()).reason());
    rig.clock.advanceNanos(20 * MILLI - MICRO);
    assertTrue(rig.runtime.isWatched(rig.now()));
    rig.clock.advanceNanos(MICRO);
    assertFalse(rig.runtime.isWatched(rig.now()));
  }

  @Test
  void isSilentUntilTheWatchdogAnswers() {
    assertEquals(Pulse.SILENT, rig.runtime.beat(rig.now()));
    rig.watch.look(rig.now());
    assertEquals(Pulse.STOPPED, rig.runtime.beat(rig.now()));
  }

  @Test
  void reportsAWatchdogThatHasNotAnsweredForTwentyMilliseconds() {
    rig.armed();
    rig.watch.look(rig.now());
    rig.runtime.beat(rig.now());
    assertEquals(Pulse.ALIVE, beatAfter(20 * MILLI - MICRO));
    assertEquals(Pulse.SILENT, beatAfter(MICRO));
  }

  @Test
  void hearsAWatchdogThatComesBackButStopsWhileThereIsPowerToBrakeWith() {
    rig.armed();
    assertEquals(Pulse.SILENT, beatAfter(25 * MILLI));
    rig.run(490);
    assertEquals(Pulse.SILENT, rig.pulse);
    rig.run(10);
    assertEquals(Pulse.STOPPED, rig.pulse);
  }

  @Test
  void takesARepeatedAnswerForSilence() {
    rig.armed();
    long answer = rig.seen.get(Word.WATCHDOG_ANSWER);
    long stamp = rig.seen.get(Word.WATCHDOG_STAMP_NANOS);
    rig.runtime.beat(rig.now());
    for (int i = 0; i < 20; i++) {
      rig.seen.set(Word.WATCHDOG_ANSWER, answer);
      rig.seen.set(Word.WATCHDOG_STAMP_NANOS, stamp + i * MILLI);
      rig.pulse = beatAfter(MILLI);
    }
    assertEquals(Pulse.SILENT, rig.pulse);
  }

  @Test
  void believesNoStampFromTheFuture() {
    rig.armed();
    rig.watch.look(rig.now() + 1000 * MILLI);
    rig.runtime.beat(rig.now());
    assertEquals(Pulse.SILENT, beatAfter(20 * MILLI));
  }

  @Test
  void losesItsVoiceWhenAnotherRuntimeTakesTheFileOver() {
    rig.armed();
    SharedPage page = SharedPage.open(rig.file);
    try (RuntimeHeartbeat other = new RuntimeHeartbeat(page, new SplittableRandom(9))) {
      rig.watch.look(rig.now());
      assertEquals(Pulse.STOPPED, other.beat(rig.now()));
      assertEquals(Pulse.SILENT, rig.runtime.beat(rig.now()));
    }
  }

  @Test
  void doesNotTakeLeaveForAnother() {
    SharedPage page = SharedPage.open(rig.file);
    try (RuntimeHeartbeat other = new RuntimeHeartbeat(page, new SplittableRandom(9))) {
      rig.runtime.close();
      rig.watch.look(rig.now());
      assertEquals(Pulse.STOPPED, other.beat(rig.now()));
    }
    rig.runtime = rig.newRuntime();
  }

  @Test
  void knowsWhatBothSidesKeepTo() {
    assertEquals(WatchdogLimits.faultMatrix(), rig.runtime.limits());
  }

  private Optional<RearmAnswer> lastRequest() {
    return rig.runtime.lastRequest(rig.now());
  }

  @Test
  void knowsWhatBecameOfTheLastRequestToArm() {
    assertEquals(Optional.empty(), lastRequest());
    String reason = "the cell is empty";
    rig.askToArm();
    Optional<RearmResult> refused = Optional.of(RearmResult.NO_RUNTIME);
    assertEquals(Optional.of(new RearmAnswer(1, refused, reason)), lastRequest());
    rig.armed();
    Optional<RearmResult> armed = Optional.of(RearmResult.ARMED);
    assertEquals(Optional.of(new RearmAnswer(2, armed, reason)), lastRequest());
  }

  @Test
  void aRequestThatNobodyAnswersWithinASecondWasNotAnswered() {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      request.post("go on");
    }
    rig.clock.advanceNanos(1000 * MILLI - 1);
    assertEquals(Optional.empty(), lastRequest());
    rig.clock.advanceNanos(1);
    assertEquals(Optional.of(new RearmAnswer(1, Optional.empty(), "go on")), lastRequest());
  }

  static Stream<WatchdogLimits> otherLimits() {
    return Stream.of(
        new WatchdogLimits(9 * MILLI, 20 * MILLI, MILLI, 520 * MILLI),
        new WatchdogLimits(10 * MILLI, 19 * MILLI, MILLI, 520 * MILLI),
        new WatchdogLimits(10 * MILLI, 20 * MILLI, MILLI / 2, 520 * MILLI),
        new WatchdogLimits(10 * MILLI, 20 * MILLI, MILLI, 521 * MILLI));
  }

  /** As after rm, and a start of the watchdog. */
  private void replaceFile(WatchdogLimits limits) throws IOException {
    rig.watch.close();
    Files.delete(rig.file);
    rig.watch = new Watch(rig.file, limits, List.of(), new SplittableRandom(7));
  }

  @Test
  void aSuccessorOnAReplacedFileStaysStoppedUntilAPersonArmsItsWatchdog() throws IOException {
    rig.armed();
    replaceFile(WatchdogLimits.faultMatrix());
    assertEquals(PageState.REPLACED, rig.runtime.pageState());
    try (RuntimeHeartbeat old = rig.runtime) {
      rig.runtime = old.successor(new SplittableRandom(8));
      assertEquals(PageState.THERE, rig.runtime.pageState());
      rig.run(150);
      assertEquals(Pulse.STOPPED, rig.pulse);
      rig.armed();
      assertEquals(Pulse.SILENT, old.beat(rig.now()), "its own watchdog is gone");
    }
    rig.run(1);
    assertEquals(Pulse.ALIVE, rig.pulse, "the old one took leave of its own watchdog");
  }

  @Test
  void hasNoSuccessorBesideAWatchdogWithOtherLimitsAndLeavesThatOneAlone() throws IOException {
    WatchdogLimits others = new WatchdogLimits(9 * MILLI, 20 * MILLI, MILLI, 520 * MILLI);
    replaceFile(others);
    for (int i = 0; i < 2; i++) {
      PageException e =
          assertThrows(
              PageException.class, () -> rig.runtime.successor(new SplittableRandom(8)).close());
      assertEquals(
          "%s: expected the limits that this run began with, found %s; start it with %s, or this run anew"
              .formatted(rig.file, others.options(), WatchdogLimits.faultMatrix().options()),
          e.getMessage());
    }
    try (SharedPage page = SharedPage.open(rig.file)) {
      assertEquals(0, page.get(Word.RUNTIME_SESSION));
    }
  }

  @ParameterizedTest
  @MethodSource("otherLimits")
  void neitherHearsNorAnswersAWatchdogWithOtherLimitsThanItBeganWith(WatchdogLimits others) {
    rig.armed();
    rig.restartWatch(others);
    rig.run(1);
    assertEquals(Pulse.SILENT, rig.pulse);
    assertFalse(rig.runtime.isAgreed());
    assertEquals(others.options(), rig.runtime.limitsNow());
    assertEquals(WatchdogLimits.faultMatrix(), rig.runtime.limits());
    rig.run(200);
    assertEquals(Optional.of(RearmResult.NO_RUNTIME), rig.askToArm());
    rig.restartWatch();
    assertTrue(rig.runtime.isAgreed());
    rig.armed();
  }
}
