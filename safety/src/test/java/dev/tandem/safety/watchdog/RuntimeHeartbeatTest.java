package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Heartbeat.Pulse;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runtime hears of its watchdog. */
class RuntimeHeartbeatTest {
  private static final long MILLI = WatchRig.MILLI;
  private static final long MICRO = WatchRig.MICRO;

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

  private Pulse beatAfter(long nanos) {
    rig.clock.advanceNanos(nanos);
    return rig.runtime.beat(rig.now());
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
  void hearsAWatchdogThatComesBackButKeepsTheDrivesStopped() {
    rig.armed();
    assertEquals(Pulse.SILENT, beatAfter(25 * MILLI));
    rig.run(2);
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
}
