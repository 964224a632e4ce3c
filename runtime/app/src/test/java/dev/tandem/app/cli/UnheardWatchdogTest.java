package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.safety.watchdog.RearmRequest;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watchdog whose words nobody takes, as where a terminal stands still or a pipe is full. */
final class UnheardWatchdogTest {
  private static final long MILLI = 1_000_000;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final Executor OWN_THREAD = work -> Thread.ofPlatform().daemon().start(work);

  @TempDir private Path folder = Path.of("");
  private final StuckTerminal terminal = new StuckTerminal();
  private final Clock clock = new SystemClock();
  private final Tandem tandem = new Tandem(ignored(), terminal.stream());

  @AfterEach
  void letGo() {
    terminal.goOn();
  }

  private static PrintStream ignored() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve("page");
  }

  /** Speaks, writes down why it was called, and fails but for the first time. */
  private Path told() {
    return folder.resolve("told");
  }

  private CompletableFuture<Integer> watchdog() {
    String command =
        "echo stopping; echo $TANDEM_STOP_CAUSE >> %s; [ $TANDEM_STOP_CAUSE = NOT_ARMED ]"
            .formatted(told());
    return CompletableFuture.supplyAsync(
        () ->
            tandem.run(
                "watchdog",
                "--file",
                file().toString(),
                "--any-disk",
                "--on-stop",
                command,
                "--priority",
                "0",
                "--runtime-silent-ms",
                "50",
                "--watchdog-silent-ms",
                "100",
                "--permit-ms",
                "600"),
        OWN_THREAD);
  }

  private void pause() {
    clock.awaitNanos(clock.nanoTime() + MILLI);
  }

  private List<String> stops() throws IOException {
    return Files.exists(told()) ? Files.readAllLines(told()) : List.of();
  }

  private void awaitStops(int count) throws IOException {
    long untilNanos = clock.nanoTime() + PATIENCE_MILLIS * MILLI;
    while (stops().size() < count) {
      assertTrue(clock.nanoTime() < untilNanos, count + " stops expected, found " + stops());
      pause();
    }
  }

  /** The runtime beats until a person has armed the watchdog, and then no more. */
  private void armAndFallSilent(RuntimeHeartbeat runtime) {
    Optional<RearmResult> answer = Optional.empty();
    long untilNanos = clock.nanoTime() + PATIENCE_MILLIS * MILLI;
    while (!answer.equals(Optional.of(RearmResult.ARMED))) {
      assertTrue(clock.nanoTime() < untilNanos, "expected to arm it, found " + answer);
      for (int beat = 0; beat < 200; beat++) {
        runtime.beat(clock.nanoTime());
        pause();
      }
      CompletableFuture<Optional<RearmResult>> asked =
          CompletableFuture.supplyAsync(this::ask, OWN_THREAD);
      while (!asked.isDone()) {
        runtime.beat(clock.nanoTime());
        pause();
      }
      answer = asked.join();
    }
  }

  private Optional<RearmResult> ask() {
    try (RearmRequest request = new RearmRequest(file(), clock)) {
      return request.ask("a test");
    }
  }

  @Test
  void runsItsStopCommandAtEveryStopAndEndsWhenItIsToldTo() throws IOException {
    CompletableFuture<Integer> watchdog = watchdog();
    awaitStops(1);
    try (RuntimeHeartbeat runtime = new RuntimeHeartbeat(file(), new SplittableRandom(1))) {
      armAndFallSilent(runtime);
      awaitStops(2);
      armAndFallSilent(runtime);
      awaitStops(3);
    }
    assertEquals("NOT_ARMED", stops().get(0));
    OWN_THREAD.execute(tandem.interrupt::ask);
    int exit = watchdog.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    assertEquals(ExitCode.FAILED.value, exit, "its stop command failed");
  }
}
