package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Python 3 with nothing but its standard library. */
final class Python {
  static final Path EXAMPLES = Path.of("..", "..", "examples", "python");
  static final Path TESTS = Path.of("src", "test", "python");

  private Python() {}

  /** What a program prints; fails when it does, and skips the test where there is no Python. */
  static List<String> run(Path folder, Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("python3", "-S", "-E", "-B", program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exit = start(command, out, err).waitFor();
    assertEquals(0, exit, Files.readString(err, StandardCharsets.UTF_8));
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  private static Process start(List<String> command, Path out, Path err) {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      String message = "no python3; scripts/setup.sh --tests installs what tests need: " + e;
      assertTrue(System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null, message);
      System.err.println("SKIPPED: " + message);
      throw new TestAbortedException(message, e);
    }
  }

  /** A program that prints a line and goes on; until it is destroyed. */
  static Process serve(Path folder, Path program, String... arguments) throws IOException {
    return start(command(program, arguments), folder.resolve("serve.out"), folder.resolve("err"));
  }

  private static List<String> command(Path program, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("python3", "-S", "-E", "-B", program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
