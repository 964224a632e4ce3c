package dev.tandem.app.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.RunFolder;
import dev.tandem.runtime.os.RealTimeConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end before they have begun to drive; {@code RunCommandTest} has those that drive. */
@Timeout(120)
final class RobotRunTest {
  @TempDir private Path folder = Path.of("");

  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private Path report = Path.of("");

  private RunResult run(BooleanSupplier interrupted) throws Exception {
    RunSettings settings =
        Configuration.load(
            RunSettings.defaults(),
            Optional.empty(),
            Stream.of("task=reach", "run.directory=" + folder, "run.name=test")
                .map(Setting::parse)
                .toList());
    RunOptions options =
        new RunOptions(
            0,
            RealTimeConfig.none(),
            0,
            new WatchdogChoice(Optional.empty(), true, false),
            Optional.empty());
    try (RobotRun robot = new RobotRun(settings, options, said::add)) {
      RunFolder run = RunFolder.create(settings);
      report = run.report();
      return robot.run(run, interrupted, new BufferedReader(new StringReader("")));
    }
  }

  private static boolean controlThreadLives() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(t -> t.getName().equals("control"));
  }

  private boolean wasSaid(String words) {
    return said.stream().anyMatch(line -> line.contains(words));
  }

  @Test
  void whoInterruptsTheRehearsalNeedNotWaitForItsEnd() throws Exception {
    RunResult result = run(() -> true);
    assertTrue(wasSaid("given up in round 1: the run was told to end"), said::toString);
    assertFalse(wasSaid("mode"), said::toString);
    assertTrue(result.wasOrderly());
    assertTrue(Files.readString(report).contains("\"ended_by\":\"interrupt\""));
  }

  /** Whatever fails beside the loop, nobody is left with a robot that goes on by itself. */
  @Test
  void aRunWhoseOnlookerFailsLeavesNoLoopBehindAndAReport() throws IOException {
    IllegalStateException failure = new IllegalStateException("the onlooker failed");
    BooleanSupplier interrupted =
        () -> {
          if (controlThreadLives()) {
            throw failure;
          }
          return true;
        };
    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> run(interrupted)).getCause());
    assertFalse(controlThreadLives());
    assertTrue(Files.readString(report).contains("\"ended_by\":\"failure\""));
    assertTrue(Files.readString(report).contains("the onlooker failed"));
  }
}
