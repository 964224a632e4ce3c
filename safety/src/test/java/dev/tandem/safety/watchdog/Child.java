package dev.tandem.safety.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A virtual machine of its own that runs a main class of the tests. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  Child(Class<?> main, Path file) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
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
    out = process.inputReader(StandardCharsets.UTF_8);
    await("READY");
  }

  /** Reads until a line begins with {@code word}; returns the rest of that line. */
  String await(String word) throws IOException {
    String line;
    do {
      line = Objects.requireNonNull(out.readLine(), () -> "ended before it said " + word);
    } while (!line.startsWith(word));
    return line.substring(word.length()).strip();
  }

  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
    assertEquals(0, kill.waitFor());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
