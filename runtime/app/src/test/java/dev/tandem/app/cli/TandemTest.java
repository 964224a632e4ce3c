package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class TandemTest {
  @TempDir Path folder;

  @Test
  void showsItsCommandsWhenCalledWithoutOne() {
    CommandLineRun run = CommandLineRun.of();
    assertEquals(0, run.exit());
    assertTrue(run.out().contains("doctor"), run.out());
  }

  @Test
  void tellsItsVersionAndThatOfJava() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertEquals(0, run.exit());
    assertTrue(run.out().matches("tandem \\d+\\.\\d+\\.\\S+, Java 2\\d.*\\R"), run.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void hasTheCommonOptionsAndAnExampleInEveryCommandsHelp(List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exit());
    for (String option : List.of("--config", "--set", "--seed", "--json", "--help")) {
      assertTrue(run.out().contains(option), () -> option + " in " + run.out());
    }
    String example = "./tandem " + String.join(" ", command);
    assertTrue(run.out().contains(example), () -> example + " in " + run.out());
  }

  static Stream<List<String>> commands() {
    return leaves(new CommandLine(new Tandem(System.out, System.err)), List.of());
  }

  private static Stream<List<String>> leaves(CommandLine command, List<String> path) {
    if (command.getSubcommands().isEmpty()) {
      return Stream.of(path);
    }
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            entry -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(entry.getKey());
              return leaves(entry.getValue(), longer);
            });
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    CommandLineRun run = CommandLineRun.of("dokter");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("did you mean doctor"), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void refusesAnUnknownOption() {
    CommandLineRun run = CommandLineRun.of("doctor", "--jason");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--jason"), run.err());
    assertTrue(run.err().contains("see ./tandem doctor --help"), run.err());
  }

  @Test
  void endsWithTwoAndThePlaceOnAWrongSetting() {
    CommandLineRun run = CommandLineRun.of("doctor", "--set", "sed=1");
    assertEquals(2, run.exit());
    assertEquals("tandem: --set sed=1: unknown key sed; did you mean seed?\n", run.err());
  }

  @Test
  void namesTheSeedOptionWhenTheSeedIsWrong() {
    CommandLineRun run = CommandLineRun.of("doctor", "--seed", "x");
    assertEquals(2, run.exit());
    assertEquals("tandem: --seed x: seed: expected a whole number, found \"x\"\n", run.err());
  }

  @Test
  void tellsProgramsOfAFailureToo() {
    CommandLineRun run = CommandLineRun.of("doctor", "--json", "--config", "no.yaml");
    assertEquals("{\"error\":\"no.yaml: no such configuration file\",\"exit\":2}\n", run.out());
  }

  @Test
  void keepsStandardOutputForTheJsonObject() {
    CommandLineRun run = CommandLineRun.of("doctor", "--json", "--set", "run.directory=" + folder);
    assertEquals(1, run.out().lines().count());
    assertTrue(run.lastLine().startsWith("{\"ready\":"), run.out());
    assertTrue(run.err().contains("vector-api"), run.err());
  }

  @Test
  void speaksToPeopleOnStandardOutputWithoutJson() {
    CommandLineRun run = CommandLineRun.of("doctor");
    assertTrue(run.out().contains("vector-api"), run.out());
    assertFalse(run.out().contains("{"), run.out());
    assertTrue(run.out().contains("robot: arm7, limits as shipped, not sealed"), run.out());
    assertTrue(run.out().contains("F01 E_STOP: not watched, no channel estop.a"), run.out());
  }

  @Test
  void namesWhatRunDoesNotWatchApartFromWhatTrainingDoesNotWatchEither() {
    String said = CommandLineRun.of("doctor").out();
    int training = said.indexOf("and when it is trained");
    for (String row : List.of("F15", "F16", "F18", "F37", "F40")) {
      int at = said.indexOf("     " + row + " ");
      assertTrue(at > training, row + " in: " + said);
    }
  }

  @Test
  void namesTheCriticsThatThereAre() {
    CommandLineRun run = CommandLineRun.of("bench", "critics", "--variants", "plain,best");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("expected some of plain, hl-gauss, dsac-t, droq, found best"));
  }

  @Test
  void refusesALearnerThatDoesNotExist() {
    CommandLineRun run = CommandLineRun.of("bench", "pendulum", "--learner", "both of them");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--learner: expected one of [both, sac, stream]"), run.err());
  }

  @Test
  void refusesAStreamingLearnerThatCannotLearn() {
    CommandLineRun run = CommandLineRun.of("bench", "stream", "--set", "learner.stream.lambda=1.5");
    assertEquals(2, run.exit());
    String problem = "learner.stream.lambda: expected at most 1.0, found 1.5";
    assertTrue(run.err().contains(problem), run.err());
  }

  @Test
  void measuresTheStreamingLearnerAtTheArm() {
    CommandLineRun run =
        CommandLineRun.of(
            "bench",
            "stream",
            "--json",
            "--set",
            "steps=60",
            "--set",
            "evaluation.episodes=1",
            "--set",
            "evaluation.every_steps=50",
            "--set",
            "evaluation.intermediate_episodes=1");
    assertEquals(0, run.exit(), run.err());
    List<String> keys =
        List.of(
            "env_steps",
            "success_rate",
            "mean_return",
            "stream_bytes",
            "stream_state_bytes",
            "panel_columns",
            "heap_used_bytes",
            "heap_committed_bytes",
            "resident_bytes");
    for (String key : keys) {
      assertTrue(run.lastLine().contains("\"" + key + "\":"), run.lastLine());
    }
    assertTrue(run.err().contains("the learner itself: "), run.err());
    assertTrue(run.err().contains(" MB resident"), run.err());
  }
}
