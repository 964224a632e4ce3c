package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tandem.runtime.os.DeadlineClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watchdog and runtime as processes of their own that are stopped and killed; this one is the
 * drive. Reaction times are reported, not tested: a shared machine stalls everybody; what takes a
 * thousand times as long fails.
 */
class WatchdogProcessTest {
  private static final long MILLI = 1_000_000;
  private static final long PATIENCE_NANOS = 20_000 * MILLI;

  @TempDir private Path folder = Path.of("");
  private final DeadlineClock clock = new DeadlineClock(0);

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @SuppressWarnings("NullAway.Init")
  private Child watchdog;

  @SuppressWarnings("NullAway.Init")
  private Child runtime;

  @SuppressWarnings("NullAway.Init")
  private SharedPage page;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    file =
        Files.isWritable(memory)
            ? Files.createTempFile(memory, "tandem", "")
            : folder.resolve("page");
    Files.deleteIfExists(file);
    watchdog = new Child(WatchdogChild.class, file);
    runtime = new Child(RuntimeChild.class, file);
    page = SharedPage.open(file);
    arm();
  }

  @AfterEach
  void end() throws IOException {
    page.close();
    runtime.close();
    watchdog.close();
    Files.deleteIfExists(file);
  }

  private void arm() throws InterruptedException {
    Optional<RearmResult> result = Optional.empty();
    for (int i = 0; i < 20 && !result.equals(Optional.of(RearmResult.ARMED)); i++) {
      pause(100 * MILLI);
      try (RearmRequest request = new RearmRequest(file, clock)) {
        result = request.ask("a test");
      }
    }
    assertEquals(Optional.of(RearmResult.ARMED), result);
    runtime.await("ALIVE");
  }

  private void pause(long nanos) {
    clock.awaitNanos(clock.nanoTime() + nanos);
  }

  private void awaitStop() {
    long untilNanos = clock.nanoTime() + PATIENCE_NANOS;
    while (driveRuns()) {
      pause(MILLI / 10);
      if (clock.nanoTime() > untilNanos) {
        String found = WatchdogStatus.of(page, clock.nanoTime()).toString();
        fail("expected that the drives are stopped within 20 s, found " + found);
      }
    }
  }

  private boolean driveRuns() {
    return new DrivePermit(page).isGranted(clock.nanoTime());
  }

  private TripCause cause() {
    return TripCause.of(page.get(Word.CAUSE));
  }

  /** From the runtime's last beat to the withdrawn permit. */
  private void reportStop(String fault) {
    long nanos = page.get(Word.CAUSE_STAMP_NANOS) - page.get(Word.RUNTIME_STAMP_NANOS);
    System.out.println(fault + ": " + nanos / 1000 + " us from the last beat to the stop");
  }

  private void assertStaysStopped() {
    for (int i = 0; i < 100; i++) {
      pause(MILLI);
      assertFalse(driveRuns());
    }
  }

  @Test
  void stopsTheDrivesOfARuntimeThatIsHeldUpAndKeepsThemStoppedWhenItGoesOn() throws Exception {
    runtime.signal("STOP");
    awaitStop();
    assertEquals(TripCause.RUNTIME_SILENT, cause());
    reportStop("runtime SIGSTOP");
    runtime.signal("CONT");
    runtime.await("STOPPED");
    assertStaysStopped();
    arm();
    assertTrue(page.get(Word.STOPS) >= 1);
  }

  @Test
  void stopsTheDrivesOfARuntimeThatWasKilledAndDoesNotLetTheNextOneDrive() throws Exception {
    runtime.signal("KILL");
    awaitStop();
    assertEquals(TripCause.RUNTIME_SILENT, cause());
    reportStop("runtime SIGKILL");
    runtime.close();
    runtime = new Child(RuntimeChild.class, file);
    runtime.await("STOPPED");
    assertStaysStopped();
  }

  @Test
  void isMissedByTheRuntimeAndStopsWhenItIsHeldUpItself() throws Exception {
    watchdog.signal("STOP");
    reportSilence("watchdog SIGSTOP");
    awaitStop();
    watchdog.signal("CONT");
    runtime.await("STOPPED");
    assertStaysStopped();
  }

  @Test
  void isMissedByTheRuntimeWhenItIsKilledAndComesUpStopped() throws Exception {
    watchdog.signal("KILL");
    reportSilence("watchdog SIGKILL");
    awaitStop();
    watchdog.close();
    watchdog = new Child(WatchdogChild.class, file);
    runtime.await("STOPPED");
    assertStaysStopped();
  }

  /** From the watchdog's last answer to the beat that reports its silence. */
  private void reportSilence(String fault) throws InterruptedException {
    long silentNanos = Long.parseLong(runtime.await("SILENT"));
    long nanos = silentNanos - page.get(Word.WATCHDOG_STAMP_NANOS);
    System.out.println(fault + ": " + nanos / 1000 + " us from the last answer to the report");
  }
}
