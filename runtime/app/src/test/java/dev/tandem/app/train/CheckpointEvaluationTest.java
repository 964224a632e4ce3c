package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointEvaluationTest {
  @TempDir Path directory;

  private RunSettings settings(String task, int episodes) {
    return runs().settings("task=" + task, "evaluation.episodes=" + episodes);
  }

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "steps=60",
        "demos.episodes=1",
        "learner.hidden=[8]",
        "learner.batch_size=16",
        "learner.updates_per_step=1",
        "journal.enabled=false");
  }

  @Test
  void measuresWhatTheRunMeasuredOfItsLastPolicyAndNothingOfAnotherTask() throws Exception {
    RunSettings settings = settings("reach", 2);
    RunReport report = runs().run(settings, EarlierRun.NONE);
    RunFolder folder = SmallRuns.folder(report);
    EvaluationSummary found = CheckpointEvaluation.run(settings, folder.checkpoint());
    assertEquals(report.evaluation().meanReturn(), found.meanReturn());
    assertEquals(report.evaluation().successes(), found.successes());
    assertEquals(3, CheckpointEvaluation.run(settings("reach", 3), folder.checkpoint()).episodes());
    RunSettings other = settings("peg-insert", 2);
    var error =
        assertThrows(
            CheckpointException.class, () -> CheckpointEvaluation.run(other, folder.checkpoint()));
    assertTrue(
        String.valueOf(error.getMessage()).contains("features: expected ["), error::getMessage);
  }
}
