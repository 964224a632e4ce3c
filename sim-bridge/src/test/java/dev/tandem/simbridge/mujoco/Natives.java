package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** The library and C programs for tests. */
final class Natives {
  private static final Path HEADER = Path.of("/usr/include/mujoco/mujoco.h");
  private static final Path SOURCES = Path.of("src", "test", "c");

  private Natives() {}

  static Mujoco mujoco() {
    try {
      return Mujoco.shared();
    } catch (MujocoUnavailableException e) {
      throw missing(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Where something is missing: fails under {@code .ci/run}, which installs it; elsewhere says so
   * on standard error, since a build's output names no reasons, and skips.
   */
  private static TestAbortedException missing(String what) {
    String message = what + "; scripts/setup.sh --tests installs what tests need";
    assertTrue(System.getenv("TANDEM_TESTS_SKIP_NOTHING") == null, message);
    System.err.println("SKIPPED: " + message);
    return new TestAbortedException(message);
  }

  /** Renders something, to see whether that can be done here. */
  static void requireRendering(Runnable first) {
    try {
      first.run();
    } catch (RenderingUnavailableException e) {
      throw missing(String.valueOf(e.getMessage()));
    }
  }

  /** Builds a program that uses MuJoCo. */
  static Path program(String source, Path folder) throws IOException, InterruptedException {
    if (!Files.exists(HEADER)) {
      throw missing("no " + HEADER + ", so " + source + " was not built");
    }
    return build(folder, List.of(SOURCES.resolve(source).toString(), "-lmujoco"));
  }

  /** Builds a library of some lines of C. */
  static Path library(String text, Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("library.c");
    Files.writeString(source, text);
    return build(folder, List.of("-shared", "-fPIC", source.toString()));
  }

  private static Path build(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    Path built = folder.resolve("built");
    List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-o", built.toString()));
    command.addAll(arguments);
    try {
      run(command);
    } catch (IOException e) {
      throw missing("no gcc: " + e.getMessage());
    }
    return built;
  }

  /** The lines that a program prints. */
  static List<String> run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + " said: " + output);
    return output.lines().toList();
  }
}
