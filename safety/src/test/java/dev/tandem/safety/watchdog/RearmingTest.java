package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may let the drives run again, and when. */
class RearmingTest {
  private static final long MILLI = WatchRig.MILLI;

  @RegisterExtension final WatchRig rig = new WatchRig();

  private void assertAnswer(RearmResult expected) {
    assertEquals(Optional.of(expected), rig.askToArm());
  }

  @Test
  void wantsARuntimeThatHasAnsweredForATenthOfASecond() {
    assertAnswer(RearmResult.NO_RUNTIME);
    rig.run(100);
    assertAnswer(RearmResult.NO_RUNTIME);
    rig.run(1);
    assertAnswer(RearmResult.ARMED);
  }

  @Test
  void beginsToCountAnewAfterEverySilence() {
    rig.run(99);
    rig.clock.advanceNanos(10 * MILLI);
    rig.watch.look(rig.now());
    rig.run(50);
    assertAnswer(RearmResult.NO_RUNTIME);
  }

  @Test
  void saysWhenItIsArmedAlready() {
    rig.armed();
    assertAnswer(RearmResult.ALREADY_ARMED);
    assertTrue(rig.driveRuns());
  }

  @Test
  void armsThreeTimesAMinuteAtMost() {
    for (int i = 0; i < Rearming.MAX_PER_WINDOW; i++) {
      rig.armed();
      rig.watchUntil(() -> !rig.driveRuns());
    }
    rig.run(200);
    assertAnswer(RearmResult.TOO_OFTEN);
    assertFalse(rig.driveRuns());
    rig.run(59_000);
    rig.run(800);
    assertAnswer(RearmResult.ARMED);
  }

  @Test
  void refusesARequestThatWaitedForMoreThanASecond() {
    rig.run(200);
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      long number = request.post("too early");
      for (int i = 0; i <= 1000; i++) {
        rig.clock.advanceNanos(MILLI);
        rig.runtime.beat(rig.now());
      }
      rig.watch.look(rig.now());
      assertEquals(Optional.of(RearmResult.TOO_OLD), request.answer(number));
    }
  }

  @Test
  void honoursARequestThatWaitedForASecond() {
    rig.run(200);
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      long number = request.post("in time");
      for (int i = 0; i < 1000; i++) {
        rig.clock.advanceNanos(MILLI);
        rig.runtime.beat(rig.now());
      }
      rig.watch.look(rig.now());
      assertEquals(Optional.of(RearmResult.ARMED), request.answer(number));
    }
  }

  @Test
  void theFourthArmingIsGrantedAMinuteAfterTheFirstAndNotBefore() {
    rig.run(150);
    long firstNanos = rig.now();
    for (int i = 0; i < Rearming.MAX_PER_WINDOW; i++) {
      assertAnswer(RearmResult.ARMED);
      rig.watchUntil(() -> !rig.driveRuns());
      rig.run(150);
    }
    while (rig.now() < firstNanos + Rearming.WINDOW_NANOS - MILLI) {
      rig.run(1);
    }
    assertAnswer(RearmResult.TOO_OFTEN);
    rig.run(1);
    assertAnswer(RearmResult.ARMED);
  }

  @Test
  void doesNotHonourARequestFromBeforeTheWatchdogsStart() {
    rig.run(200);
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      long number = request.post("nobody is there to hear it");
      rig.restartWatch();
      rig.run(200);
      assertEquals(Optional.empty(), request.answer(number));
    }
    assertFalse(rig.driveRuns());
    assertEquals(TripCause.NOT_ARMED, rig.cause());
  }

  @Test
  void givesUpWhenNoWatchdogAnswers() {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      long begunNanos = rig.now();
      assertEquals(Optional.empty(), request.ask("anybody there?"));
      assertEquals(1000 * MILLI, rig.now() - begunNanos, "after a second");
    }
  }

  /** The rig's clock; runtime and watchdog work whenever somebody waits. */
  private final class Working implements Clock {
    @Override
    public long nanoTime() {
      return rig.now();
    }

    @Override
    public void awaitNanos(long deadlineNanos) {
      rig.run(1);
      rig.clock.awaitNanos(deadlineNanos);
    }
  }

  @Test
  void waitsNoLongerThanForTheAnswer() {
    rig.run(150);
    try (RearmRequest request = new RearmRequest(rig.file, new Working())) {
      long begunNanos = rig.now();
      assertEquals(Optional.of(RearmResult.ARMED), request.ask("the cell is empty"));
      assertEquals(2 * MILLI, rig.now() - begunNanos, "one look of the asking");
    }
  }

  @Test
  void wantsAReason() {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      assertThrows(IllegalArgumentException.class, () -> request.post("  "));
      assertThrows(IllegalArgumentException.class, () -> request.post("x".repeat(257)));
      assertEquals(1, request.post("x".repeat(256)));
    }
  }

  private RearmResult askedFor(String reason) {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      long number = request.post(reason);
      rig.watch.look(rig.now());
      return request.answer(number).orElseThrow();
    }
  }

  private String reason() {
    return rig.watch.status(rig.now()).reason();
  }

  @Test
  void keepsTheReasonForWhichItWasArmedAndNoneThatWasRefused() {
    assertEquals(RearmResult.NO_RUNTIME, askedFor("nobody is there"));
    assertEquals("", reason());
    rig.run(150);
    assertEquals(RearmResult.ARMED, askedFor("x".repeat(256)));
    assertEquals("x".repeat(256), reason());
    assertEquals(RearmResult.ALREADY_ARMED, askedFor("once more"));
    assertEquals("x".repeat(256), reason());
    rig.watchUntil(() -> !rig.driveRuns());
    rig.run(150);
    assertEquals(RearmResult.ARMED, askedFor("short"));
    assertEquals("short", reason());
    rig.restartWatch();
    assertEquals("", reason());
  }

  /** Both are found in one look: who asked did not know of the stop. */
  @Test
  void doesNotEndAStopThatItsRequestCameBefore() {
    rig.armed();
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      for (int i = 0; i < 20; i++) {
        rig.clock.advanceNanos(MILLI);
        rig.runtime.beat(rig.now());
      }
      long number = request.post("meant for something else");
      rig.watch.look(rig.now());
      assertEquals(Optional.of(RearmResult.BEFORE_STOP), request.answer(number));
      assertEquals(TripCause.WATCHDOG_LATE, rig.cause());
      rig.run(1);
      number = request.post("now it is known");
      rig.watch.look(rig.now());
      assertEquals(Optional.of(RearmResult.ARMED), request.answer(number));
    }
  }

  /** A look reads the clock first: what is written meanwhile is younger than the stop it finds. */
  @Test
  void doesNotEndAStopThatIsFoundInTheSameLookAsAYoungerRequest() {
    rig.armed();
    for (int i = 0; i < 20; i++) {
      rig.clock.advanceNanos(MILLI);
      rig.runtime.beat(rig.now());
    }
    rig.seen.set(Word.REQUEST_STAMP_NANOS, rig.now() + 1);
    rig.seen.set(Word.REQUEST, rig.seen.get(Word.REQUEST) + 1);
    rig.watch.look(rig.now());
    assertEquals(RearmResult.BEFORE_STOP.code, rig.seen.get(Word.HANDLED_RESULT));
    assertEquals(TripCause.WATCHDOG_LATE, rig.cause());
  }

  @Test
  void doesNotEndAStopThatIsNewerThanTheRequestsStamp() {
    rig.armed();
    rig.watchUntil(() -> !rig.driveRuns());
    long stoppedNanos = rig.now();
    rig.run(150);
    rig.seen.set(Word.REQUEST_STAMP_NANOS, stoppedNanos);
    long number = rig.seen.get(Word.REQUEST) + 1;
    rig.seen.set(Word.REQUEST, number);
    rig.watch.look(rig.now());
    assertEquals(RearmResult.BEFORE_STOP.code, rig.seen.get(Word.HANDLED_RESULT));
    rig.seen.set(Word.REQUEST_STAMP_NANOS, stoppedNanos + 1);
    rig.seen.set(Word.REQUEST, number + 1);
    rig.watch.look(rig.now());
    assertEquals(RearmResult.ARMED.code, rig.seen.get(Word.HANDLED_RESULT));
  }

  @Test
  void refusesARequestFromTheFuture() {
    rig.run(150);
    rig.seen.set(Word.REQUEST_STAMP_NANOS, rig.now() + 1000 * MILLI + 1);
    rig.seen.set(Word.REQUEST, 1);
    rig.watch.look(rig.now());
    assertEquals(RearmResult.TOO_OLD.code, rig.seen.get(Word.HANDLED_RESULT));
    rig.seen.set(Word.REQUEST_STAMP_NANOS, rig.now() + 1000 * MILLI);
    rig.seen.set(Word.REQUEST, 2);
    rig.watch.look(rig.now());
    assertEquals(RearmResult.ARMED.code, rig.seen.get(Word.HANDLED_RESULT));
  }

  @Test
  void showsTheReasonToWhoeverLooks() {
    rig.armed();
    WatchdogStatus status = WatchdogStatus.of(rig.seen, rig.now());
    assertEquals("the cell is empty", status.reason());
    assertEquals(TripCause.NONE, status.cause());
    assertTrue(status.drivesPermitted());
    assertTrue(status.isWatched(WatchdogLimits.faultMatrix()));
    rig.clock.advanceNanos(20 * MILLI);
    assertFalse(WatchdogStatus.of(rig.seen, rig.now()).isWatched(WatchdogLimits.faultMatrix()));
  }
}
