package dev.tandem.safety.watchdog;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that stops the drives, and how long it may take. It has nothing to read, and speaks
 * where the watchdog does.
 *
 * @param command program and arguments
 * @param limitNanos after which it is destroyed
 */
public record StopProgram(List<String> command, long limitNanos) {
  private static final File NOTHING = new File("/dev/null");

  public StopProgram {
    command = List.copyOf(command);
    if (command.isEmpty() || limitNanos <= 0) {
      throw new IllegalArgumentException(
          "expected a command and limitNanos > 0, got " + command + " and " + limitNanos);
    }
  }

  /**
   * Runs it, and waits for its end.
   *
   * @param cause that it finds in {@code TANDEM_STOP_CAUSE}
   * @return what was run, what was expected and what came back; empty after exit code 0
   */
  public Optional<String> run(TripCause cause) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectInput(NOTHING);
    builder.environment().put("TANDEM_STOP_CAUSE", cause.name());
    try {
      return verdict(builder.start());
    } catch (IOException e) {
      return problem("a program that can be started", e.getMessage());
    }
  }

  private Optional<String> verdict(Process process) {
    process.onExit().completeOnTimeout(process, limitNanos, TimeUnit.NANOSECONDS).join();
    if (process.isAlive()) {
      destroy(process.toHandle());
      return problem(
          "its end within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms",
          "it still at work; destroyed with all that it started");
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
