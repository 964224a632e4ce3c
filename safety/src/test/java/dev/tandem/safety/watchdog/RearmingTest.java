package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may let the drives run again, and when. */
class RearmingTest {
  private static final long MILLI = WatchRig.MILLI;

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private WatchRig rig;

  @BeforeEach
  void start() {
    rig = new WatchRig(folder);
  }

  @AfterEach
  void end() {
    rig.close();
  }

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
  void doesNotHonourARequestFromBeforeTheWatchdogsStart() {
    rig.run(200);
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      request.post("nobody is there to hear it");
    }
    rig.restartWatch();
    rig.run(200);
    assertFalse(rig.driveRuns());
    assertEquals(TripCause.NOT_ARMED, rig.cause());
  }

  @Test
  void givesUpWhenNoWatchdogAnswers() {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      assertEquals(Optional.empty(), request.ask("anybody there?"));
    }
  }

  @Test
  void wantsAReason() {
    try (RearmRequest request = new RearmRequest(rig.file, rig.clock)) {
      assertThrows(IllegalArgumentException.class, () -> request.post("  "));
      assertThrows(IllegalArgumentException.class, () -> request.post("x".repeat(257)));
    }
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
