package dev.tandem.safety.watchdog;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program that stops the drives, and how long it may take. It has nothing to read, and what it
 * says is heard by the watchdog: a terminal that takes nothing must not hold it up.
 *
 * @param command program and arguments
 * @param limitNanos after which it is destroyed
 */
public record StopProgram(List<String> command, long limitNanos) {
  private static final File NOTHING = new File("/dev/null");

  /** For its last words, which come with its end unless something that it left has its pipe. */
  private static final Duration LAST_WORDS = Duration.ofMillis(100);

  public StopProgram {
    command = List.copyOf(command);
    if (command.isEmpty() || limitNanos <= 0) {
      throw new IllegalArgumentException(
          "expected a command and limitNanos > 0, got " + command + " and " + limitNanos);
    }
  }

  /**
   * For the shell. Where the watchdog is killed while it runs nobody hears it any more, which does
   * not end it.
   */
  public static StopProgram shell(String command, long limitNanos) {
    return new StopProgram(List.of("/bin/sh", "-c", "trap '' PIPE; " + command), limitNanos);
  }

  /**
   * Runs it, and waits for its end.
   *
   * @param cause that it finds in {@code TANDEM_STOP_CAUSE}
   * @param say gets what it says, a line each, on another thread; returns at once
   * @return what was run, what was expected and what came back; empty after exit code 0
   */
  public Optional<String> run(TripCause cause, Consumer<String> say) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(NOTHING);
    builder.environment().put("TANDEM_STOP_CAUSE", cause.name());
    try {
      Process process = builder.start();
      Thread hearing = hear(process, say);
      Optional<String> verdict = verdict(process);
      awaitLastWords(hearing);
      return verdict;
    } catch (IOException e) {
      return problem("a program that can be started", e.getMessage());
    }
  }

  private static Thread hear(Process process, Consumer<String> say) {
    ProgramWords words = new ProgramWords(process.inputReader(StandardCharsets.UTF_8), say);
    return Thread.ofPlatform().name("stop command's words").daemon().start(words);
  }

  private static void awaitLastWords(Thread hearing) {
    try {
      hearing.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> verdict(Process process) {
    process.onExit().completeOnTimeout(process, limitNanos, TimeUnit.NANOSECONDS).join();
    if (process.isAlive()) {
      destroy(process.toHandle());
      return problem(
          "its end within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms",
          "it still at work; destroyed with all its children");
    }
    int exit = process.exitValue();
    return exit == 0 ? Optional.empty() : problem("exit code 0", exit + meaning(exit));
  }

  private Optional<String> problem(String expected, @Nullable String found) {
    return Optional.of(
        "stop command %s: expected %s, found %s".formatted(command, expected, found));
  }

  /** From the top down: whoever is gone starts nothing more. */
  private static void destroy(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(StopProgram::destroy);
  }

  /** What a shell says by it. */
  private static String meaning(int exit) {
    return switch (exit) {
      case 126 -> " (the shell may not execute it)";
      case 127 -> " (the shell finds no such program)";
      default -> "";
    };
  }
}
