package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Benches offer what they hear, and refuse the rest before they take their minutes. */
final class HeardSettingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tick      | --task",
        "loop      | --task",
        "ring      | ''",
        "inference | ''",
        "learner   | ''",
        "replay    | ''",
        "sim       | ''",
        "safety    | --task",
        "adversary | --task",
        "soak      | --task",
        "pendulum  | ''",
        "stream    | --sim --task",
        "ablation  | --sim --task",
        "critics   | --sim",
      })
  void offersAndTakesTaskAndSimulatorOnlyWhereTheyChangeSomething(String bench, String offered) {
    String help = CommandLineRun.of("bench", bench, "--help").out();
    List<String> found = new ArrayList<>();
    for (String option : List.of("--sim", "--task")) {
      if (help.contains(option + "=")) {
        found.add(option);
      } else {
        CommandLineRun run = CommandLineRun.of("bench", bench, option, "plant");
        assertEquals(2, run.exit(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
      }
    }
    assertEquals(offered, String.join(" ", found));
    assertTrue(help.contains("--seed="), "every command takes a seed");
  }

  @ParameterizedTest
  @CsvSource({
    "tick, learner.threads=1",
    "loop, steps=5",
    "ring, robot.file=x",
    "inference, learner.hidden=[8]",
    "replay, learner.batch_size=8",
    "sim, simulator=mujoco",
    "safety, evaluation.episodes=1",
    "adversary, steps=5",
    "soak, journal.enabled=false",
    "stream, run.name=x",
    "ablation, journal.enabled=true",
    "critics, run.name=x"
  })
  void refusesASettingThatChangesNothing(String bench, String setting) {
    CommandLineRun run = CommandLineRun.of("bench", bench, "--set", setting);
    assertEquals(
        "tandem: --set %s: expected a setting that bench %s uses, found one that changes nothing\n"
            .formatted(setting.substring(0, setting.indexOf('=')), bench),
        run.err());
    assertEquals(2, run.exit());
  }

  @Test
  void namesTheOptionThatChangesNothing() {
    CommandLineRun run = CommandLineRun.of("bench", "learner", "--task", "reach");
    assertEquals(
        "tandem: --task: expected a setting that bench learner uses, found one that changes nothing\n",
        run.err());
  }

  @Test
  void tellsWhatItDoesNotUseOfAFileAndOfASeed() throws IOException {
    Path config = Files.writeString(folder.resolve("several.yaml"), "steps: 7\ntask: reach\n");
    CommandLineRun run =
        CommandLineRun.of(
            "bench", "ring", "--seconds", "1", "--seed", "3", "--config", config.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err().startsWith("bench ring does not use task=reach, seed=3, steps=7\n"), run.err());
  }
}
