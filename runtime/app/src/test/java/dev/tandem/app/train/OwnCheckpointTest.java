package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.policies.checkpoint.Checkpoint;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCheckpointTest {
  private static final String[] STREAM = {
    "run.name=stream",
    "demos.episodes=0",
    "person.corrects=false",
    "learner.algorithm=stream",
    "learner.stream.hidden=[8]"
  };

  @TempDir private Path directory = Path.of("");

  private SmallRuns runs() {
    return new SmallRuns(
        directory,
        "task=reach",
        "steps=20",
        "demos.episodes=1",
        "learner.hidden=[8]",
        "learner.batch_size=16",
        "learner.updates_per_step=1",
        "evaluation.episodes=1");
  }

  private RunFolder folder(String... more) throws Exception {
    return SmallRuns.folder(runs().run(more));
  }

  private static void replace(RunFolder its, RunFolder by) throws IOException {
    Files.copy(by.checkpoint(), its.checkpoint(), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void takesWhatTheRunWroteItself() throws Exception {
    for (String[] more : new String[][] {{}, STREAM}) {
      RunFolder folder = folder(more);
      OwnCheckpoint.require(folder.checkpoint(), folder.readSettings());
    }
  }

  @Test
  void refusesWhatALearnerOfAnotherKindLeft() throws Exception {
    RunFolder batches = folder();
    RunFolder stream = folder(STREAM);
    Path kept = Files.copy(batches.checkpoint(), directory.resolve("kept"));
    replace(batches, stream);
    refuses(batches, "learner.algorithm", "rlpd", "stream");
    Files.copy(kept, stream.checkpoint(), StandardCopyOption.REPLACE_EXISTING);
    refuses(stream, "learner.algorithm", "stream", "rlpd");
  }

  @Test
  void refusesWhatWasLearntOfAnotherTaskOrWithOtherLayers() throws Exception {
    RunFolder folder = folder();
    replace(folder, folder("run.name=task", "task=peg-insert"));
    refuses(folder, "task", "reach", "peg-insert");
    replace(folder, folder("run.name=plain", "learner.algorithm=sac"));
    refuses(folder, "learner.algorithm", "rlpd", "sac");
    replace(folder, folder("run.name=wide", "learner.hidden=[9]"));
    refuses(folder, "learner.hidden", "[8]", "[9]");
    replace(folder, folder("run.name=tanh", "learner.activation=tanh"));
    refuses(folder, "learner.activation", "relu", "tanh");
  }

  @Test
  void refusesWhatIsOfAnotherSeedOrOtherCritics() throws Exception {
    RunFolder folder = folder();
    replace(folder, folder("run.name=seed", "seed=2"));
    refuses(folder, "seed", "1", "2");
    replace(folder, folder("run.name=count", "learner.critics.count=3"));
    refuses(folder, "learner.critics.count", "2", "3");
    replace(folder, folder("run.name=norm", "learner.critics.layer_norm=false"));
    refuses(folder, "learner.critics.layer_norm", "true", "false");
    replace(folder, folder("run.name=droq", "learner.critics.variant=droq"));
    refuses(folder, "learner.critics.variant", "plain", "droq");
  }

  @Test
  void refusesWhatForgotAnotherShare() throws Exception {
    String droq = "learner.critics.variant=droq";
    RunFolder folder = folder(droq);
    replace(folder, folder("run.name=other", droq, "learner.critics.dropout=0.5"));
    refuses(folder, "learner.critics.dropout", "0.01", "0.5");
  }

  @ParameterizedTest
  @CsvSource({"value_min, -.inf, -2.0", "value_max, .inf, 3.0", "bins, 51, 21"})
  void refusesWhatHasAnotherHistogram(String key, String expected, String found) throws Exception {
    String histogram = "learner.critics.variant=hl-gauss";
    RunFolder folder = folder(histogram);
    String other = "learner.critics.histogram." + key;
    replace(folder, folder("run.name=other", histogram, other + "=" + found));
    refuses(folder, other, expected, found);
  }

  @Test
  void refusesWhatAStreamingLearnerOfOtherLayersLeft() throws Exception {
    RunFolder folder = folder(STREAM);
    String[] wide = STREAM.clone();
    wide[0] = "run.name=wide";
    wide[wide.length - 1] = "learner.stream.hidden=[9]";
    replace(folder, folder(wide));
    refuses(folder, "learner.stream.hidden", "[8]", "[9]");
  }

  /** Of what they say: the task, the actor's layers and, from some time on, algorithm and seed. */
  @ParameterizedTest
  @CsvSource({
    "'', '', '', ''",
    "'algorithm=rlpd', '', '', ''",
    "'algorithm=rlpd seed=1', '', '', ''",
    "'algorithm=sac seed=1', learner.algorithm, rlpd, sac",
    "'algorithm=rlpd seed=7', seed, 1, 7"
  })
  void readsOlderCheckpointsAndHoldsThemToWhatTheySay(
      String says, String key, String expected, String found) throws Exception {
    RunFolder folder = folder();
    CheckpointFile file = new CheckpointFile(folder.checkpoint());
    Checkpoint its = file.read();
    SortedMap<String, String> said = new TreeMap<>();
    for (String each : says.isEmpty() ? new String[0] : says.split(" ", -1)) {
      said.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    CheckpointHeader header = its.header();
    file.write(
        new Checkpoint(
            new CheckpointHeader(
                header.task(),
                header.features(),
                header.actions(),
                header.actor(),
                header.policyVersion(),
                said),
            its.arrays()));
    if (key.isEmpty()) {
      EarlierRun.in(folder, folder.readSettings());
    } else {
      refuses(folder, key, expected, found);
    }
  }

  private void refuses(RunFolder folder, String key, String expected, String found) {
    var error =
        assertThrows(
            ConfigurationException.class, () -> EarlierRun.in(folder, folder.readSettings()));
    assertEquals(
        folder.checkpoint()
            + ": expected this run's checkpoint, which has "
            + key
            + " "
            + expected
            + " as its config.yaml says, found another run's with "
            + found
            + "; put its own there, or move this one to a folder of its own to use it",
        error.getMessage());
  }
}
