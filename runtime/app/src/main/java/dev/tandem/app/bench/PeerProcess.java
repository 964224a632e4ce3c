package dev.tandem.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs another program to its end or to the end of the time that it has. What it says goes to files
 * and not through a pipe, which a program that hangs would keep open.
 */
final class PeerProcess {
  private final Duration timeout;
  private final Map<String, String> environment;
  private final List<String> unset;

  /**
   * @param timeout after which the program and its children are killed
   * @param environment to set on top of this process's own
   * @param unset variables of this process that the program is not to see
   */
  PeerProcess(Duration timeout, Map<String, String> environment, List<String> unset) {
    this.timeout = timeout;
    this.environment = environment;
    this.unset = unset;
  }

  /** The lines that the command prints; throws {@link PeerException} when it fails or hangs. */
  List<String> run(List<String> command) throws PeerException {
    try {
      Path output = Files.createTempFile("tandem-peer", ".out");
      Path errors = Files.createTempFile("tandem-peer", ".err");
      try {
        return run(command, output, errors);
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new PeerException(command.get(0) + ": " + e.getMessage(), e);
    }
  }

  private List<String> run(List<String> command, Path output, Path errors)
      throws IOException, PeerException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().putAll(environment);
    unset.forEach(builder.environment()::remove);
    int exit = await(builder.start(), command.get(0));
    if (exit != 0) {
      throw new PeerException(command.get(0) + ": exit " + exit + ": " + lastLine(errors));
    }
    return lines(output);
  }

  private int await(Process process, String program) throws PeerException {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new PeerException(
          program + ": no answer within " + timeout.toMillis() / 1e3 + " s, killed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerException(program + ": interrupted, killed", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }

  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip().lines().toList();
  }
}
