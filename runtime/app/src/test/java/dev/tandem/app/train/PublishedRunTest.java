package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy learns in SERL's numbers, and its checkpoint knows that it did. */
final class PublishedRunTest {
  private static final String SCALED = "spaces=scaled";

  @TempDir Path directory;

  @Test
  void aCheckpointIsTakenInTheNumbersThatItKnowsAndInNoOthers() throws Exception {
    Seen.requireMujoco();
    SmallRuns runs = CubeRuns.in(directory, "spaces=published");
    RunFolder folder = SmallRuns.folder(runs.run());
    CheckpointHeader header = new CheckpointFile(folder.checkpoint()).read().header();
    assertEquals("panda/tcp_pos.0", header.features().get(0));
    assertEquals("published", header.settings().get("spaces"));
    assertEquals(1, CheckpointEvaluation.run(runs.settings(), folder.checkpoint()).episodes());
    OwnCheckpoint.require(folder.checkpoint(), runs.settings());
    var features =
        assertThrows(
            CheckpointException.class,
            () -> CheckpointEvaluation.run(runs.settings(SCALED), folder.checkpoint()));
    String message = String.valueOf(features.getMessage());
    assertTrue(message.contains("expected [tool.0") && message.contains("; task, spaces"), message);
    var resumed =
        assertThrows(
            ConfigurationException.class,
            () -> EarlierRun.in(folder, runs.settings(SCALED, "steps=200")));
    message = String.valueOf(resumed.getMessage());
    assertTrue(message.startsWith("spaces: expected published as in the run"), message);
  }

  @Test
  void aCheckpointOfOursSaysNothingOfIt() throws Exception {
    Seen.requireMujoco();
    SmallRuns runs = CubeRuns.in(directory, SCALED);
    RunFolder folder = SmallRuns.folder(runs.run());
    CheckpointHeader header = new CheckpointFile(folder.checkpoint()).read().header();
    assertTrue(header.settings().keySet().stream().noneMatch("spaces"::equals));
    var resumed =
        assertThrows(
            ConfigurationException.class,
            () -> EarlierRun.in(folder, runs.settings("spaces=published")));
    String message = String.valueOf(resumed.getMessage());
    assertTrue(message.startsWith("spaces: expected scaled as in the run"), message);
  }
}
