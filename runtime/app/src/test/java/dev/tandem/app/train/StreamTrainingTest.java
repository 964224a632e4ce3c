package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose learner streams. */
class StreamTrainingTest {
  @TempDir private Path directory = Path.of("");

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "task=reach",
        "steps=120",
        "demos.episodes=0",
        "person.corrects=false",
        "learner.algorithm=stream",
        "learner.stream.hidden=[8]",
        "evaluation.episodes=2");
  }

  private RunReport first() throws Exception {
    return runs().run();
  }

  private RunReport resume(RunReport first, String... more) throws Exception {
    return runs().resume(SmallRuns.folder(first), more);
  }

  @Test
  void learnsFromEveryStepOnceAndLeavesAPolicyToEvaluate() throws Exception {
    RunReport report = first();
    assertTrue(report.envSteps() >= 120, "steps " + report.envSteps());
    assertEquals(report.envSteps(), report.updates());
    EvaluationSummary again =
        CheckpointEvaluation.run(runs().settings(), SmallRuns.folder(report).checkpoint());
    assertEquals(report.evaluation().meanReturn(), again.meanReturn());
  }

  @Test
  void goesOnFromTheCheckpointAndLearnsNothingTwice() throws Exception {
    RunReport first = first();
    RunReport second = resume(first, "steps=240");
    assertTrue(second.envSteps() >= 240, "steps count on: " + second.envSteps());
    assertEquals(second.envSteps(), second.updates());
  }

  /** As after a kill: all that was recorded is learnt again, to the same bits. */
  @Test
  void withoutACheckpointTheJournalLeadsToTheSameOne() throws Exception {
    RunReport first = first();
    Files.delete(SmallRuns.folder(first).checkpoint());
    assertEquals(first.checkpointHash(), resume(first).checkpointHash());
  }

  @Test
  void refusesToGoOnWithOtherLayers() throws Exception {
    RunReport first = first();
    var error =
        assertThrows(
            ConfigurationException.class, () -> resume(first, "learner.stream.hidden=[9]"));
    assertEquals(
        "learner.stream.hidden: expected [8] as in the run to resume, found [9]; leave it as it was,"
            + " or train a run of its own, without --resume",
        error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "demos.episodes=1, 'demos.episodes: expected 0 with learner.algorithm stream, which learns'",
    "person.corrects=true, 'person.corrects: expected false with learner.algorithm stream'",
    "learner.engine=tensorflow, 'learner.engine, with learner.algorithm stream: expected one of'",
    "learner.device=gpu, 'learner.device, with learner.algorithm stream: expected one of auto'",
    "learner.xla=true, 'learner.xla, with learner.algorithm stream: expected false, found true'"
  })
  void refusesWhatItCannotDo(String setting, String problem) {
    var error = assertThrows(ConfigurationException.class, () -> runs().settings(setting));
    assertTrue(String.valueOf(error.getMessage()).contains(problem), error::getMessage);
  }
}
