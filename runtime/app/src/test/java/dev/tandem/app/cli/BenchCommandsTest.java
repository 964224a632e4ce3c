package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What benches say before they take their minutes. */
final class BenchCommandsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ablation", "critics"})
  void refusesBeforeAnyRunWhatSeveralRunsCannotBe(String bench) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(
        "tandem: --parallel: expected 1 to 1024, found 0\n", refusal(bench, "--parallel", "0"));
    assertEquals(
        "tandem: --seeds: expected every seed once, found 1 again\n",
        refusal(bench, "--seeds", "1,2,1"));
    assertEquals(
        "tandem: --out: expected a folder that can be written to, found the file " + file + "\n",
        refusal(bench, "--out", file.toString()));
    assertTrue(refusal(bench, "--seeds", "").startsWith("tandem: Invalid value for option '--se"));
  }

  @Test
  void refusesAnAblationWhoseRunsEndBeforeTheyAreEvaluated() {
    String expected =
        "tandem: evaluation.every_steps: expected 1 to steps=10, so that every run is evaluated,"
            + " found ";
    assertEquals(expected + "100\n", refusal("ablation", "--set", "steps=10"));
    assertEquals(
        expected + "0\n",
        refusal("ablation", "--set", "steps=10", "--set", "evaluation.every_steps=0"));
  }

  @Test
  void refusesShapesThatTheLearnerBenchDoesNotMeasure() {
    assertEquals(
        "tandem: --set learner.hidden: expected a setting that bench learner uses, found one that"
            + " changes nothing\n",
        refusal("learner", "--set", "learner.hidden=[8]"));
  }

  @Test
  void tellsInTheLearnerBenchsHelpOfNoSettingThatItRefuses() {
    String help = CommandLineRun.of("bench", "learner", "--help").out();
    List<String> told =
        Pattern.compile("learner\\.[a-z_]+")
            .matcher(help)
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(
        Set.of("learner.threads", "learner.device", "learner.xla"), Set.copyOf(told), help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda=-0.1 | lambda: expected a finite number of at least 0.0, found -0.1",
        "lambda=1.5 | lambda: expected at most 1.0, found 1.5",
        "entropy=-1 | entropy: expected a finite number of at least 0.0, found -1.0",
        "hidden=[0] | hidden: expected 1 to 8192, found 0",
        "hidden=[] | hidden: expected a list of 1 to 8, found []",
      })
  void refusesBeforeAnythingIsTrainedWhatTheStreamingLearnerCannotBe(
      String setting, String problem) {
    for (String bench : List.of("pendulum", "stream")) {
      String set = "learner.stream." + setting;
      assertEquals(
          "tandem: --set " + set + ": learner.stream." + problem + "\n",
          refusal(bench, "--set", set));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "both, steps=10",
    "both, task=reach",
    "both, learner.algorithm=sac",
    "both, learner.safety.stop_penalty=1",
    "both, learner.replay_capacity=5",
    "both, learner.averaged_actors=2",
    "both, evaluation.episodes=3",
    "sac, learner.stream.lambda=0.5",
    "stream, learner.batch_size=8"
  })
  void refusesWhatThePendulumDoesNotUse(String who, String setting) {
    String name = "bench pendulum" + (who.equals("both") ? "" : " --learner " + who);
    assertEquals(
        "tandem: --set "
            + setting.substring(0, setting.indexOf('='))
            + ": expected a setting that "
            + name
            + " uses, found one that changes nothing\n",
        refusal("pendulum", "--learner", who, "--set", setting));
  }

  @Test
  void refusesAStudyThatCountsSomethingTwiceOrSaysItsCriticsTwice() {
    assertEquals(
        "tandem: --variants: expected each once, found plain again\n",
        refusal("critics", "--variants", "plain,droq,plain"));
    assertEquals(
        "tandem: --tasks: expected each once, found reach again\n",
        refusal("critics", "--tasks", "reach,reach"));
    assertEquals(
        "tandem: --set learner.critics.variant: expected --variants instead\n",
        refusal("critics", "--set", "learner.critics.variant=droq"));
  }

  @Test
  void describesEveryBenchInOneSentence() {
    new CommandLine(new BenchCommands())
        .getSubcommands()
        .forEach(
            (name, command) -> {
              String[] lines = command.getCommandSpec().usageMessage().description();
              assertTrue(lines[0].endsWith("."), name + ": " + lines[0]);
            });
  }

  @Test
  void refusesASoakWithoutTimeOrWhoseJournalIsThere() throws IOException {
    assertEquals(
        "tandem: --seconds: expected at least 1, found 0\n", refusal("soak", "--seconds", "0"));
    Files.writeString(folder.resolve("journal.mcap"), "");
    assertEquals(
        "tandem: --out: expected a folder without a journal.mcap, found one in " + folder + "\n",
        refusal("soak", "--out", folder.toString()));
  }

  private static String refusal(String... bench) {
    CommandLineRun run =
        CommandLineRun.of(
            Stream.concat(Stream.of("bench"), Stream.of(bench)).toArray(String[]::new));
    assertEquals(2, run.exit(), run.err());
    return run.err();
  }

  @Test
  void refusesBeforeItMeasuresWhatItCannotWriteOrDo() {
    String[][] refused = {
      {"--dump", "expected a file that can be written to, found /proc/x", "/proc/x"},
      {"--seconds", "expected at least 1, found 0", "0"},
      {"--rate", "expected 1 to 100000 ticks a second, found 0", "0"},
    };
    for (String[] each : refused) {
      CommandLineRun run = CommandLineRun.of("bench", "loop", each[0], each[2]);
      assertEquals(2, run.exit(), run.err());
      assertEquals("tandem: " + each[0] + ": " + each[1] + "\n", run.err());
    }
    CommandLineRun critics = CommandLineRun.of("bench", "critics", "--set", "steps=10");
    assertEquals(2, critics.exit(), critics.err());
    assertEquals("tandem: steps: expected --steps instead, found 10\n", critics.err());
  }
}
