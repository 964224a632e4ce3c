package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a learner that their settings do not go with. */
final class LearnerChoiceTest {
  @TempDir Path folder;

  @Test
  void refusesToMeasureOrDriveWithTheCheckpointOfAnotherRun() throws IOException {
    new SmallTraining(folder).run("run.name=small");
    CommandLineRun wide = new SmallTraining(folder).run("run.name=wide", "learner.hidden=[9]");
    assertEquals(0, wide.exit(), wide.err());
    Path small = folder.resolve("small");
    Files.copy(
        folder.resolve("wide/checkpoints/latest.ckpt"),
        small.resolve("checkpoints/latest.ckpt"),
        StandardCopyOption.REPLACE_EXISTING);
    for (String command : List.of("eval", "run")) {
      CommandLineRun refused = CommandLineRun.of(command, small.toString());
      assertEquals(2, refused.exit(), refused.err());
      assertTrue(refused.err().contains("expected this run's checkpoint"), refused.err());
      assertEquals(1, refused.err().lines().count(), refused.err());
    }
    String config = small.resolve("config.yaml").toString();
    assertEquals(0, CommandLineRun.of("eval", small.toString(), "--config", config).exit());
  }

  @Test
  void refusesOnTheCommandLineWhatItsAlgorithmDoesNotUse() throws IOException {
    CommandLineRun rlpd = new SmallTraining(folder).run("learner.stream.lambda=0.5");
    assertEquals(2, rlpd.exit(), rlpd.err());
    String problem =
        "expected a setting that learner.algorithm %s uses, found one that changes nothing";
    assertTrue(
        rlpd.err().contains("--set learner.stream.lambda: " + problem.formatted("rlpd")),
        rlpd.err());
    for (String key : List.of("learner.threads=1", "learner.critics.count=3")) {
      CommandLineRun stream = CommandLineRun.of("bench", "stream", "--set", key);
      String name = key.substring(0, key.indexOf('='));
      assertEquals(
          "tandem: --set " + name + ": " + problem.formatted("stream") + "\n", stream.err());
      assertEquals(2, stream.exit());
    }
  }

  @Test
  void tellsWhatItsAlgorithmDoesNotUseOfAFile() throws IOException {
    Path config = folder.resolve("several.yaml");
    Files.writeString(
        config,
        """
        task: reach
        steps: 20
        demos: {episodes: 0}
        person: {corrects: false}
        evaluation: {episodes: 1}
        run: {directory: %s}
        learner: {algorithm: stream, batch_size: 16, stream: {hidden: [8]}}
        """
            .formatted(folder));
    CommandLineRun run = CommandLineRun.of("train", "--config", config.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err().startsWith("learner.algorithm stream does not use learner.batch_size=16\n"),
        run.err());
  }

  @Test
  void saysWhenItHasFewerProcessorsThanThreadsAreAskedFor() {
    int processors = Runtime.getRuntime().availableProcessors();
    String line =
        "learner.threads=256: this machine has "
            + processors
            + " processors, so many threads learn";
    CommandLineRun many = new SmallTraining(folder).run("steps=0", "learner.threads=256");
    assertEquals(0, many.exit(), many.err());
    assertEquals(1, many.err().lines().filter(line::equals).count(), many.err());
    CommandLineRun all = new SmallTraining(folder).run("steps=0", "learner.threads=" + processors);
    assertFalse(all.err().contains("threads learn"), all.err());
  }
}
