package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A virtual machine of its own that runs a main class of the tests; nobody waits for it long. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_NANOS = 100_000_000_000L;

  private final Clock clock = new SystemClock();
  private final String name;
  private final Process process;

  /** A line each; empty when there will be no more. */
  private final BlockingQueue<Optional<String>> said = new LinkedBlockingQueue<>();

  Child(Class<?> main, Path file) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    name = main.getSimpleName();
    process =
        new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofPlatform().daemon().start(this::listen);
    await("READY");
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().map(Optional::of).forEach(said::add);
    } catch (IOException e) {
      said.add(Optional.of(e.toString()));
    } finally {
      said.add(Optional.empty());
    }
  }

  /** Reads until a line begins with {@code word}; returns the rest of that line. */
  String await(String word) throws InterruptedException {
    List<String> found = new ArrayList<>();
    long untilNanos = clock.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Optional<String> line = said.poll(untilNanos - clock.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null || line.isEmpty()) {
        String end = line == null ? "within 100 s" : "before it ended";
        throw new AssertionError(
            "%s: expected it to say %s %s, found %s".formatted(name, word, end, found));
      }
      if (line.get().startsWith(word)) {
        return line.get().substring(word.length()).strip();
      }
      found.add(line.get());
    }
  }

  void signal(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertTrue(kill.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS), () -> "kill -" + signal);
    assertEquals(0, kill.exitValue(), () -> "kill -" + signal + " " + name);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(PATIENCE_NANOS, TimeUnit.NANOSECONDS).join();
  }
}
