package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.AllocatedBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopCommandTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> problems = new ArrayList<>();

  private void stopWith(String... command) {
    try (StopCommand stop = new StopCommand(List.of(command), problems::add)) {
      stop.stop(TripCause.RUNTIME_SILENT);
    }
  }

  @Test
  void runsTheCommandAndTellsItTheCause() throws Exception {
    Path told = folder.resolve("told");
    stopWith("sh", "-c", "echo $TANDEM_STOP_CAUSE > " + told);
    assertEquals("RUNTIME_SILENT\n", Files.readString(told));
    assertEquals(List.of(), problems);
  }

  @Test
  void reportsACommandThatFails() {
    stopWith("sh", "-c", "exit 3");
    assertEquals(List.of("stop command [sh, -c, exit 3]: expected exit code 0, found 3"), problems);
  }

  @Test
  void reportsACommandThatIsNotThere() {
    stopWith("/no/such/program");
    assertTrue(problems.get(0).contains("/no/such/program] cannot be started"), problems::toString);
  }

  @Test
  void anInterruptedCloseStillWaitsForTheCommandAndDoesNotHideTheInterrupt() throws Exception {
    Path told = folder.resolve("told");
    StopCommand stop =
        new StopCommand(List.of("sh", "-c", "echo stopped > " + told), problems::add);
    stop.stop(TripCause.RUNTIME_SILENT);
    Thread.currentThread().interrupt();
    stop.close();
    assertTrue(Thread.interrupted());
    assertEquals("stopped\n", Files.readString(told));
  }

  private static void awaitThatItWaits() {
    while (Thread.getAllStackTraces().keySet().stream().noneMatch(StopCommandTest::waits)) {
      Thread.onSpinWait();
    }
  }

  private static boolean waits(Thread thread) {
    return thread.getName().equals("stop command") && thread.getState() == Thread.State.WAITING;
  }

  @Test
  void waitsWithoutWorkUntilAStopAndDoesNotWaitForItsEnd() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    List<String> nothing = List.of("/no/such/program");
    try (StopCommand stop = new StopCommand(nothing, words -> told.countDown())) {
      awaitThatItWaits();
      stop.stop(TripCause.RUNTIME_SILENT);
      assertTrue(told.await(10, TimeUnit.SECONDS));
      awaitThatItWaits();
    }
  }

  @Test
  void doesNothingWhenNothingStops() {
    new StopCommand(List.of("/no/such/program"), problems::add).close();
    assertEquals(List.of(), problems);
  }

  @Test
  void allocatesNothingOnTheWatchdogsThread() {
    try (StopCommand stop = new StopCommand(List.of("true"), problems::add)) {
      assertEquals(0, AllocatedBytes.perCall(() -> stop.stop(TripCause.RUNTIME_SILENT)));
    }
  }
}
