package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
  private static final String DO =
      "; leave it as it was, or train a run of its own, without --resume";

  @TempDir private Path directory = Path.of("");

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "steps=20",
        "demos.episodes=2",
        "learner.hidden=[8]",
        "learner.batch_size=16",
        "learner.updates_per_step=1",
        "evaluation.episodes=1");
  }

  private RunSettings settings(String... more) {
    return runs().settings(more);
  }

  private RunFolder first(String... more) throws Exception {
    return SmallRuns.folder(runs().run(more));
  }

  private RunReport resume(RunFolder folder, String... more) throws Exception {
    return runs().resume(folder, more);
  }

  @Test
  void namesWhatDiffersInTheCriticsAsPeopleWriteIt() throws Exception {
    String histogram = "learner.critics.variant=hl-gauss";
    RunFolder first = first(histogram);
    var variant = assertThrows(ConfigurationException.class, () -> resume(first));
    assertEquals(
        "learner.critics.variant: expected hl-gauss as in the run to resume, found plain" + DO,
        variant.getMessage());
    String[][] others = {{"bins", "51", "21"}, {"value_min", "-.inf", "-1.0"}};
    for (String[] other : others) {
      String key = "learner.critics.histogram." + other[0];
      var error =
          assertThrows(
              ConfigurationException.class, () -> resume(first, histogram, key + "=" + other[2]));
      assertEquals(
          key + ": expected " + other[1] + " as in the run to resume, found " + other[2] + DO,
          error.getMessage());
    }
  }

  @Test
  void aLearnerThatForgetsAnotherShareIsAnotherOnceItHasLearnt() throws Exception {
    String droq = "learner.critics.variant=droq";
    String other = "learner.critics.dropout=0.5";
    RunFolder first = first(droq, "learner.critics.dropout=0.1");
    var error = assertThrows(ConfigurationException.class, () -> resume(first, droq, other));
    assertEquals(
        "learner.critics.dropout: expected 0.1 as in the run to resume, found 0.5" + DO,
        error.getMessage());
    Files.delete(first.checkpoint());
    List<String> changes =
        EarlierRun.in(first, settings(droq, other)).changes(settings(droq, other));
    assertEquals(List.of("learner.critics.dropout=0.5 (was 0.1)"), changes);
  }

  @Test
  void refusesSettingsThatDoNotGoWithTheRun() throws Exception {
    RunFolder first = first();
    var task =
        assertThrows(
            ConfigurationException.class, () -> EarlierRun.in(first, settings("task=reach")));
    assertEquals(
        "task: expected peg-insert as in the run to resume, found reach" + DO, task.getMessage());
    assertThrows(
        ConfigurationException.class, () -> EarlierRun.in(first, settings("demos.episodes=3")));
    for (String other : List.of("learner.algorithm=sac", "learner.hidden=[9]", "seed=9")) {
      var error =
          assertThrows(
              ConfigurationException.class, () -> EarlierRun.in(first, settings(other)), other);
      String key = other.substring(0, other.indexOf('=') + 1).replace('=', ':');
      assertTrue(String.valueOf(error.getMessage()).startsWith(key), error::getMessage);
    }
    Files.writeString(first.checkpoint(), "damaged");
    assertThrows(CheckpointException.class, () -> EarlierRun.in(first, settings()));
    Files.delete(first.checkpoint());
    assertEquals(2, EarlierRun.in(first, settings("learner.hidden=[9]")).demonstrations());
  }
}
