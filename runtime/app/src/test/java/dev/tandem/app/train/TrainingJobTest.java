package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.time.SimulatedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingJobTest {
  @TempDir private Path runs = Path.of("");

  private SmallRuns small() {
    return new SmallRuns(
        runs,
        "steps=150",
        "demos.episodes=3",
        "learner.hidden=[16, 16]",
        "learner.batch_size=32",
        "learner.updates_per_step=2",
        "evaluation.episodes=3",
        "journal.every_ticks=20");
  }

  private RunSettings settings(String name, long seed) {
    return small().settings("run.name=" + name, "seed=" + seed);
  }

  private RunReport run(String name, long seed) throws Exception {
    return small().run(settings(name, seed), EarlierRun.NONE);
  }

  @Test
  void equalSeedsGiveEqualCheckpointsByteForByteAndOthersDiffer() throws Exception {
    RunReport first = run("first", 1);
    RunReport again = run("again", 1);
    RunReport other = run("other", 2);
    assertEquals(first.checkpointHash(), again.checkpointHash());
    assertEquals(
        -1,
        Files.mismatch(
            runs.resolve("first/checkpoints/latest.ckpt"),
            runs.resolve("again/checkpoints/latest.ckpt")));
    assertNotEquals(first.checkpointHash(), other.checkpointHash());
  }

  @Test
  void learnsAsOftenAsTheEnvironmentStepsCallForAndRecordsThemAll() throws Exception {
    RunReport report = run("counted", 1);
    assertTrue(report.envSteps() >= 150);
    assertEquals(2 * report.envSteps(), report.updates());
    JournalInspection journal = JournalInspection.of(runs.resolve("counted/journal.mcap"));
    assertEquals(List.of(), journal.problems());
    assertTrue(journal.complete());
    assertTrue(journal.transitions() > report.envSteps(), "demonstrations are recorded too");
    assertEquals(3, report.cloned().orElseThrow().episodes());
  }

  /** Asks for the end once the phase has begun and that many episodes of it are over. */
  private String interrupt(String name, String phase, int episodes) {
    RunSettings settings = settings(name, 1);
    RunFolder folder = RunFolder.create(settings);
    AtomicBoolean stop = new AtomicBoolean();
    RunListener asks =
        new RunListener() {
          private int left = Integer.MAX_VALUE;

          @Override
          public void phase(String now, long stepsPlanned) {
            left = now.equals(phase) ? episodes : left;
            stop.set(left == 0);
          }

          @Override
          public void episodeEnded(EpisodeSummary episode) {
            stop.set(--left <= 0);
          }
        };
    TrainingJob job =
        new TrainingJob(settings, folder, asks, new SimulatedClock(), stop::get, EarlierRun.NONE);
    var end = assertThrows(RunInterruptedException.class, job::run);
    JournalInspection journal = JournalInspection.of(folder.journal());
    assertEquals(List.of(), journal.problems());
    assertTrue(journal.complete(), "the journal is closed");
    return String.valueOf(end.getMessage());
  }

  @Test
  void anInterruptedTrainingKeepsJournalAndCheckpoint() throws Exception {
    String message = interrupt("training", "training", 2);
    assertTrue(message.matches("interrupted after \\d+ training steps and \\d+ updates"), message);
    RunFolder folder = new RunFolder(runs.resolve("training"));
    EvaluationSummary again =
        CheckpointEvaluation.run(settings("training", 1), folder.checkpoint());
    assertEquals(3, again.episodes());
    assertTrue(folder.kept().orElseThrow().contains("checkpoints/latest.ckpt; ./tandem eval "));
  }

  @Test
  void interruptedDemonstrationsLeaveNoCheckpointOfAPolicyThatLearntNothing() {
    String message = interrupt("shown", "demonstrations", 1);
    assertEquals("interrupted after 0 training steps and 0 updates", message);
    RunFolder folder = new RunFolder(runs.resolve("shown"));
    assertTrue(Files.notExists(folder.checkpoint()));
    assertEquals(Optional.of("kept in " + folder.path() + ": journal.mcap"), folder.kept());
  }

  @Test
  void anInterruptedEvaluationKeepsTheCheckpoint() {
    interrupt("measured", "evaluation", 0);
    assertTrue(Files.exists(new RunFolder(runs.resolve("measured")).checkpoint()));
  }

  @Test
  void aRunNeverWritesIntoTheFolderOfAnother() throws Exception {
    run("mine", 1);
    byte[] before = Files.readAllBytes(runs.resolve("mine/journal.mcap"));
    var error = assertThrows(ConfigurationException.class, () -> run("mine", 2));
    assertTrue(String.valueOf(error.getMessage()).contains("run.name"), error::getMessage);
    assertEquals(before.length, Files.size(runs.resolve("mine/journal.mcap")));
  }
}
