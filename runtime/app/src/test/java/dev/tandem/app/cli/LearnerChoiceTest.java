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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "plain, dropout=0.1",
    "plain, histogram.bins=21",
    "droq, histogram.value_min=0",
    "hl-gauss, dropout=0.1",
    "dsac-t, histogram.value_max=1"
  })
  void refusesOnTheCommandLineWhatItsCriticsDoNotUse(String variant, String setting) {
    String set = "learner.critics." + setting;
    String choice = "learner.critics.variant=" + variant;
    String key = set.substring(0, set.indexOf('='));
    String problem =
        "tandem: --set %s: expected a setting that learner.critics.variant %s uses, found one that"
            + " changes nothing\n";
    CommandLineRun train = new SmallTraining(folder).run(choice, set);
    assertEquals(problem.formatted(key, variant), train.err());
    assertEquals(2, train.exit());
    CommandLineRun ablation = CommandLineRun.of("bench", "ablation", "--set", choice, "--set", set);
    assertEquals(problem.formatted(key, variant), ablation.err());
    CommandLineRun critics =
        CommandLineRun.of("bench", "critics", "--variants", variant, "--set", set);
    assertEquals(problem.formatted(key, variant), critics.err());
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
        learner: {algorithm: stream, batch_size: 16, critics: {dropout: 0.1}, stream: {hidden: [8]}}
        """
            .formatted(folder));
    CommandLineRun run = CommandLineRun.of("train", "--config", config.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.err()
            .startsWith(
                "learner.algorithm stream does not use learner.batch_size=16,"
                    + " learner.critics.dropout=0.1\n"),
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
