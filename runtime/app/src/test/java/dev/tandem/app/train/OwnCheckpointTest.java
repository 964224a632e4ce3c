package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.app.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
