package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.safety.AllocatedBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopCommandTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> problems = new ArrayList<>();

  private static Function<TripCause, Optional<String>> program(String... command) {
    return run(new StopProgram(List.of(command), TimeUnit.SECONDS.toNanos(30)));
  }

  private static Function<TripCause, Optional<String>> run(StopProgram program) {
    return cause -> program.run(cause, words -> {});
  }

  private void stopWith(String... command) {
    try (StopCommand stop = new StopCommand(program(command), problems::add)) {
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
    String expected =
        "stop command [/no/such/program]: expected a program that can be started, found ";
    assertTrue(problems.get(0).startsWith(expected), problems::toString);
  }

  @Test
  void saysWhatAShellMeansByItsExitCode() {
    stopWith("sh", "-c", "/no/such/program 2>/dev/null");
    stopWith("sh", "-c", folder + " 2>/dev/null");
    assertTrue(
        problems.get(0).endsWith("127 (the shell finds no such program)"), problems::toString);
    assertTrue(problems.get(1).endsWith("126 (the shell may not execute it)"), problems::toString);
  }

  @Test
  void givesTheCommandNothingToRead() throws Exception {
    Path read = folder.resolve("read");
    stopWith("sh", "-c", "cat > " + read);
    assertEquals(0, Files.size(read));
  }

  @Test
  void anInterruptedCloseStillWaitsForTheCommandAndDoesNotHideTheInterrupt() throws Exception {
    Path told = folder.resolve("told");
    StopCommand stop =
        new StopCommand(program("sh", "-c", "echo stopped > " + told), problems::add);
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
    Function<TripCause, Optional<String>> nothing = program("/no/such/program");
    try (StopCommand stop = new StopCommand(nothing, words -> told.countDown())) {
      awaitThatItWaits();
      stop.stop(TripCause.RUNTIME_SILENT);
      assertTrue(told.await(10, TimeUnit.SECONDS));
      awaitThatItWaits();
    }
  }

  @Test
  void doesNothingWhenNothingStops() {
    new StopCommand(program("/no/such/program"), problems::add).close();
    assertEquals(List.of(), problems);
  }

  @Test
  void allocatesNothingOnTheWatchdogsThread() {
    try (StopCommand stop = new StopCommand(program("true"), problems::add)) {
      assertEquals(0, AllocatedBytes.perCall(() -> stop.stop(TripCause.RUNTIME_SILENT)));
    }
  }

  /** The first time it hangs, with a child that does; afterwards it ends. */
  @Test
  void destroysACommandThatHangsWithItsChildrenAndRunsItAgainAtTheNextStop() throws Exception {
    Path hung = folder.resolve("hung");
    Path told = folder.resolve("told");
    String script =
        "[ -e %1$s ] && echo $TANDEM_STOP_CAUSE > %2$s && exit; sleep 1000 & echo $! > %1$s; wait"
            .formatted(hung, told);
    StopProgram program =
        new StopProgram(List.of("sh", "-c", script), TimeUnit.MILLISECONDS.toNanos(500));
    CountDownLatch destroyed = new CountDownLatch(1);
    StopCommand stop = new StopCommand(run(program), words -> destroyed.countDown());
    stop.stop(TripCause.RUNTIME_SILENT);
    assertTrue(destroyed.await(30, TimeUnit.SECONDS));
    assertEquals(1, stop.failures());
    stop.stop(TripCause.RUNTIME_LEFT);
    stop.close();
    assertEquals("RUNTIME_LEFT\n", Files.readString(told));
    assertEquals(1, stop.failures());
    long child = Long.parseLong(Files.readString(hung).strip());
    ProcessHandle.of(child).ifPresent(left -> left.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  @Test
  void saysThatACommandHungAndForHowLongItWasLeft() {
    StopProgram program =
        new StopProgram(List.of("sleep", "1000"), TimeUnit.MILLISECONDS.toNanos(50));
    assertEquals(
        Optional.of(
            "stop command [sleep, 1000]: expected its end within 50 ms,"
                + " found it still at work; destroyed with all its children"),
        run(program).apply(TripCause.NOT_ARMED));
  }

  @Test
  void aStopThatTheMachineCouldNotEvenStartIsNotTheLast() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Function<TripCause, Optional<String>> program =
        cause -> {
          if (runs.incrementAndGet() == 1) {
            throw new OutOfMemoryError("no threads");
          }
          return Optional.empty();
        };
    Consumer<String> tell =
        words -> {
          problems.add(words);
          told.countDown();
        };
    try (StopCommand stop = new StopCommand(program, tell)) {
      stop.stop(TripCause.RUNTIME_SILENT);
      assertTrue(told.await(30, TimeUnit.SECONDS));
      stop.stop(TripCause.RUNTIME_SILENT);
    }
    assertEquals(2, runs.get());
    assertTrue(problems.get(0).contains("no threads"), problems::toString);
  }

  @Test
  void aProgramNeedsACommandAndTime() {
    assertThrows(IllegalArgumentException.class, () -> new StopProgram(List.of(), 1));
    assertThrows(IllegalArgumentException.class, () -> new StopProgram(List.of("true"), 0));
    assertEquals(1, new StopProgram(List.of("true"), 1).limitNanos());
  }
}
