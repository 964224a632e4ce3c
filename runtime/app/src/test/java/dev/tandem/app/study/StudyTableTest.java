package dev.tandem.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.BenchSettings;
import dev.tandem.app.settings.CriticSettings.Variant;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTableTest {
  private static StudyRun run(StudyTask task, Variant variant, long seed, Double... scores) {
    return new StudyRun(task, variant, seed, List.of(scores), 1);
  }

  @Test
  void aRunIsWorthItsMeanOverTrainingAndItsLastAtTheEnd() {
    StudyRun run = run(StudyTask.REACH, Variant.PLAIN, 1, 0.0, 0.25, 1.0);
    assertEquals(1.25 / 3, run.overTraining(), 1e-12);
    assertEquals(1, run.atTheEnd());
  }

  @Test
  void hasALineForEachVariantOnEachTaskAndOnAll() {
    StudyTable table =
        new StudyTable(
            List.of(
                run(StudyTask.REACH, Variant.PLAIN, 1, 0.5),
                run(StudyTask.REACH, Variant.DROQ, 1, 0.75),
                run(StudyTask.PENDULUM, Variant.PLAIN, 1, 0.25),
                run(StudyTask.PENDULUM, Variant.DROQ, 1, 0.25)));
    assertEquals(
        List.of(
            "reach 0.5", "reach 0.75", "pendulum 0.25", "pendulum 0.25", "all 0.375", "all 0.5"),
        table.lines().stream().map(line -> line.task() + " " + line.atTheEnd().mean()).toList());
    assertTrue(table.markdown().contains("| reach | droq | 75.0 | 75.0 | 75 |"));
    assertTrue(table.json().toString().contains("\"variant\":\"droq\",\"seed\":1"));
  }

  @Test
  void thePendulumsScoreIsItsReturnBetweenHopelessAndSolved() {
    assertEquals(0.5, StudyTask.PENDULUM.score(evaluation(-675)), 1e-12);
    assertEquals(0, StudyTask.PENDULUM.score(evaluation(-1500)));
    assertEquals(1, StudyTask.PENDULUM.score(evaluation(-130)));
    assertEquals(0.25, StudyTask.REACH.score(evaluation(-130)));
  }

  @Test
  void tasksChangeSettingsAndKeepWhatTheUserSaid() {
    RunSettings settings = StudyTask.PENDULUM.of(BenchSettings.ablation(), 700);
    assertEquals(700, settings.steps());
    assertEquals(70, settings.evaluation().everySteps());
    assertEquals(List.of(64, 64), settings.learner().hidden());
    assertEquals(1, settings.learner().entropy().initialTemperature());
    assertEquals(BenchSettings.ablation().learner().threads(), settings.learner().threads());
  }

  @Test
  void aRunWithoutEvaluationIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> run(StudyTask.PEG_INSERT, Variant.PLAIN, 1));
  }

  private static EvaluationSummary evaluation(double meanReturn) {
    return new EvaluationSummary("policy", 100, 4, 1, meanReturn, 1);
  }
}
