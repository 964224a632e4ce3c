package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.EarlierRobotFileTest;
import dev.tandem.app.robot.Robot;
import dev.tandem.policies.jvm.kernel.Tiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The smallest run there is, through the command line. */
final class LearningCommandTest {
  @TempDir Path folder;

  @Test
  void leavesAllFilesAndPrintsTheReport() throws IOException {
    CommandLineRun run = train("run.name=small");
    assertEquals(0, run.exit(), run.err());
    Path files = folder.resolve("small");
    for (String name :
        List.of(
            "config.yaml",
            "robot.yaml",
            "journal.mcap",
            "metrics.csv",
            "curve.png",
            "report.json")) {
      assertTrue(Files.size(files.resolve(name)) > 0, name);
    }
    assertEquals(run.lastLine(), Files.readString(files.resolve("report.json")).strip());
    assertTrue(run.lastLine().contains("\"evaluation_episodes\":1"), run.lastLine());
    assertTrue(run.err().contains("policy alone after "), run.err());
    String learner = run.lastLine().replaceFirst(".*\"learner\":\"([^\"]*)\".*", "$1");
    assertTrue(learner.contains(Tiling.chosen().toString()), run.lastLine());
    assertTrue(run.err().contains("\nlearner " + learner + "\n"), run.err());
    assertEquals(0, CommandLineRun.of("data", "verify", files.toString()).exit());
  }

  @Test
  void measuresTheCheckpointOfARunAgain() {
    CommandLineRun run = train("run.name=small");
    CommandLineRun again = CommandLineRun.of("eval", folder.resolve("small").toString(), "--json");
    assertEquals(0, again.exit(), again.err());
    assertEquals(value("checkpoint_hash", run), value("checkpoint_hash", again));
    assertEquals(value("mean_return", run), value("mean_return", again));
    assertEquals("1", value("evaluation_episodes", again));
    assertEquals("\"reach\"", value("task", again));
    assertEquals("0", value("stopped_episodes", again));
    assertTrue(again.lastLine().contains("\"stops\":{}"), again.lastLine());
  }

  /** In a world that is not the model's the monitors stop episodes, and none ends the rest. */
  @Test
  void episodesThatSafetyStopsAreCountedWithTheirCause() {
    train("run.name=small");
    CommandLineRun run =
        CommandLineRun.of(
            "eval",
            folder.resolve("small").toString(),
            "--json",
            "--set",
            "evaluation.episodes=3",
            "--set",
            "randomization.physics.gravity=1.5");
    assertEquals(0, run.exit(), run.err());
    assertEquals("3", value("evaluation_episodes", run));
    String stopped = value("stopped_episodes", run);
    assertTrue(Integer.parseInt(stopped) > 1, run.lastLine());
    String stops = "\"stops\":{\"WRONG_MODEL\":" + stopped + "}";
    assertTrue(run.lastLine().contains(stops), run.lastLine());
    String of = " because of F35 model: expected its gravity torque at rest\n";
    String told = stopped + " of 3 stopped by safety, of which " + stopped + of;
    assertTrue(run.err().contains(told), run.err());
  }

  @Test
  void saysThatACheckpointIsNotThere() {
    CommandLineRun run = CommandLineRun.of("eval", folder.resolve("none.ckpt").toString());
    assertEquals(1, run.exit());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("none.ckpt"), run.err());
  }

  private static String value(String key, CommandLineRun run) {
    return run.lastLine().replaceFirst(".*\"" + key + "\":([^,}]*).*", "$1");
  }

  @Test
  void neverWritesIntoTheFolderOfAnotherRun() throws IOException {
    Files.createDirectories(folder.resolve("taken"));
    CommandLineRun run = train("run.name=taken");
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("run.name"), run.err());
    try (Stream<Path> inside = Files.list(folder.resolve("taken"))) {
      assertEquals(0, inside.count());
    }
  }

  @Test
  @DisabledIf("dev.tandem.policies.tensorflow.TensorFlowDevices#hasGpu")
  void endsWithThreeWhenTheGpuIsMissing() {
    CommandLineRun run = train("learner.device=gpu");
    assertEquals(3, run.exit(), run.err());
    assertTrue(run.lastLine().startsWith("{\"error\":\"learner.device: "), run.lastLine());
  }

  @Test
  void namesTheTasksThatThereAre() {
    CommandLineRun run = train("task=juggle");
    assertEquals(2, run.exit());
    assertTrue(run.err().startsWith("tandem: --set task=juggle: task: expected one of "));
  }

  @Test
  void takesTheTaskFromACheckpointThatStandsAlone() throws IOException {
    train("run.name=small");
    Path alone = Files.createDirectory(folder.resolve("alone")).resolve("x.ckpt");
    Files.copy(folder.resolve("small/checkpoints/latest.ckpt"), alone);
    String episodes = "evaluation.episodes=2";
    CommandLineRun run = CommandLineRun.of("eval", alone.toString(), "--set", episodes, "--json");
    assertEquals(0, run.exit(), run.err());
    assertEquals("\"reach\"", value("task", run));
    CommandLineRun other = CommandLineRun.of("eval", alone.toString(), "--set", "task=peg-insert");
    assertEquals(2, other.exit());
    assertTrue(other.err().contains("task: expected reach, which " + alone), other.err());
  }

  /** That task is for another arm, of which nobody wants to hear then. */
  @Test
  void anotherTaskThanWasLearntIsToldAsSuch() {
    train("run.name=small");
    String run = folder.resolve("small").toString();
    String[][] commands = {
      {"eval", run}, {"run", run, "--seconds", "1"}, {"train", "--resume", run},
    };
    for (String[] command : commands) {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--task", "pick-cube", "--sim", "mujoco"));
      CommandLineRun other = CommandLineRun.of(all.toArray(String[]::new));
      assertEquals(2, other.exit(), other.err());
      assertTrue(other.err().startsWith("tandem: --task pick-cube: "), other.err());
      assertTrue(other.err().contains("expected reach"), other.err());
    }
  }

  @Test
  void takesTheSettingsOfTheRunThatAFileBelongsTo() {
    train("run.name=small");
    String file = folder.resolve("small/checkpoints/latest.ckpt").toString();
    assertEquals("1", value("evaluation_episodes", CommandLineRun.of("eval", file, "--json")));
  }

  @Test
  void aRunKeepsTheRobotsFileAndIsMeasuredWithThatOneOnly() throws IOException {
    Path file = folder.resolve("it's: mine.yaml");
    Files.writeString(file, Robot.shipped().text().replace("hold_hz: 3", "hold_hz: 4"));
    CommandLineRun run = train("robot.file='" + file.toString().replace("'", "''") + "'");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("not sealed: --set robot.seal="), run.err());
    Path files = Path.of(value("run", run).replace("\"", ""));
    Path copy = files.resolve("robot.yaml");
    assertEquals(Files.readString(file), Files.readString(copy));
    Files.delete(file);
    assertEquals(0, CommandLineRun.of("eval", files.toString()).exit());
    Files.writeString(copy, Robot.shipped().text());
    CommandLineRun changed = CommandLineRun.of("eval", files.toString());
    assertEquals(2, changed.exit(), changed.err());
    assertTrue(changed.err().startsWith("tandem: robot.seal: limits of arm7:"), changed.err());
    assertEquals(1, changed.err().lines().count(), changed.err());
  }

  @Test
  void aRunWithARobotsFileOfAnEarlierVersionIsMeasuredAndSaysWhatTheFileDoesNot()
      throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, EarlierRobotFileTest.shipped("arm7.yaml"));
    CommandLineRun run = train("robot.file=" + file);
    assertEquals(0, run.exit(), run.err());
    Path files = Path.of(value("run", run).replace("\"", ""));
    assertEquals(Files.readString(file), Files.readString(files.resolve("robot.yaml")));
    CommandLineRun again = CommandLineRun.of("eval", files.toString(), "--json");
    assertEquals(0, again.exit(), again.err());
    assertEquals(value("mean_return", run), value("mean_return", again));
    for (CommandLineRun each : List.of(run, again)) {
      String said = "is of an earlier version and does not say all figures; taken are links";
      assertEquals(2, each.err().split(said, -1).length, each.err());
    }
  }

  @Test
  void endsInOrderWhenInterruptedAndSaysWhatIsKept() throws IOException {
    CommandLineRun run = train(tandem -> tandem.interrupt.ask(), "run.name=cut");
    assertEquals(130, run.exit());
    String kept =
        "interrupted after 0 training steps and 0 updates; kept in "
            + folder.resolve("cut")
            + ": journal.mcap, metrics.csv; ./tandem train --resume "
            + folder.resolve("cut")
            + " goes on";
    assertTrue(run.err().endsWith("tandem: " + kept + "\n"), run.err());
    assertEquals("{\"error\":\"" + kept + "\",\"interrupted\":true}", run.lastLine());
    String journal = folder.resolve("cut").toString();
    assertEquals(0, CommandLineRun.of("data", "verify", journal).exit());
    CommandLineRun on = CommandLineRun.of("train", "--resume", journal, "--json");
    assertEquals(0, on.exit(), on.err());
    assertEquals("\"" + journal + "\"", value("resumed_from", on));
  }

  @Test
  void saysWhichSettingsItRunsWithoutAConfiguration() throws IOException {
    CommandLineRun without = train("run.name=without");
    String line = "no --config: the settings of ./tandem demo, with task reach, 60 steps, seed 1\n";
    assertTrue(without.err().contains(line), without.err());
    Path config = folder.resolve("without/config.yaml");
    CommandLineRun with =
        CommandLineRun.of(
            "train", "--config", config.toString(), "--set", "run.name=with", "--set", "steps=1");
    assertEquals(0, with.exit(), with.err());
    assertFalse(with.err().contains("no --config"), with.err());
  }

  private CommandLineRun train(String setting) {
    return new SmallTraining(folder).run(setting);
  }

  private CommandLineRun train(Consumer<Tandem> prepare, String setting) {
    return new SmallTraining(folder).run(prepare, setting);
  }
}
