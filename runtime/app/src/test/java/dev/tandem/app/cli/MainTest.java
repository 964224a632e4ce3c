package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(120)
final class MainTest {
  @TempDir Path folder;

  @Test
  void endsARunInOrderWhenTerminated() throws Exception {
    Process process = train();
    try (BufferedReader err = process.errorReader()) {
      String line = err.readLine();
      while (line != null && !line.startsWith("policy alone after")) {
        line = err.readLine();
      }
      process.toHandle().destroy();
      List<String> rest = err.lines().toList();
      assertEquals(143, process.waitFor(), () -> String.join("\n", rest));
      String last = rest.isEmpty() ? "" : rest.get(rest.size() - 1);
      assertTrue(last.startsWith("tandem: interrupted after "), last);
    } finally {
      process.destroyForcibly();
    }
    for (String name :
        List.of("journal.mcap", "checkpoints/latest.ckpt", "metrics.csv", "curve.png")) {
      assertTrue(Files.size(folder.resolve("run").resolve(name)) > 0, name);
    }
    String run = folder.resolve("run").toString();
    assertEquals(0, CommandLineRun.of("data", "verify", run).exit());
  }

  /** A run that would take hours, and tells of its first steps at once. */
  private Process train() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("long.yaml"),
            """
            task: reach
            steps: 1000000
            max_train_seconds: 10000
            run: {name: run, directory: '%s'}
            demos: {episodes: 1}
            learner: {hidden: [8], batch_size: 16, updates_per_step: 1}
            evaluation: {every_steps: 20, intermediate_episodes: 1}
            """
                .formatted(folder));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            "--config",
            config.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
