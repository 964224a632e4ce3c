package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.checkpoint.Checkpoint;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.checkpoint.CheckpointHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going on from a run, through the command line. */
final class ResumeTest {
  @TempDir Path folder;

  @Test
  void refusesInOneLineWhatDoesNotGoWithTheRunAndMakesNoFolder() throws IOException {
    Path first = first("steps=30");
    String[][] refused = {
      {"learner.hidden=[16]", "learner.hidden: expected [8] as in the run to resume, found [16]"},
      {"learner.algorithm=sac", "learner.algorithm: expected rlpd as in the run to resume"},
      {
        "seed=9",
        "seed: expected 1 as in the run to resume, found 9; leave it as it was, or train a run of"
            + " its own, without --resume\n"
      },
      {"run.name=first", "run.name: " + first + " is there already and kept"}
    };
    for (String[] each : refused) {
      CommandLineRun run = resume(first, each[0]);
      assertEquals(2, run.exit(), run.err());
      assertTrue(run.err().startsWith("tandem: " + each[1]), run.err());
    }
    CommandLineRun file = resume(first.resolve("journal.mcap"), "steps=60");
    assertEquals(2, file.exit(), file.err());
    assertTrue(file.err().endsWith("expected the folder of a run, found a file\n"), file.err());
    Files.writeString(first.resolve("checkpoints/latest.ckpt"), "damaged");
    CommandLineRun damaged = resume(first, "steps=60");
    assertEquals(1, damaged.exit(), damaged.err());
    assertTrue(damaged.err().contains("latest.ckpt"), damaged.err());
    try (Stream<Path> runs = Files.list(folder)) {
      assertEquals(List.of(first), runs.toList());
    }
  }

  @Test
  void aPolicyOfOtherFeaturesIsRefusedBeforeThereIsAFolder() throws Exception {
    Path first = first("steps=30");
    CheckpointFile file = new CheckpointFile(first.resolve("checkpoints/latest.ckpt"));
    Checkpoint its = file.read();
    CheckpointHeader header = its.header();
    List<String> features = new ArrayList<>(header.features());
    features.set(0, "other");
    CheckpointHeader other =
        new CheckpointHeader(
            header.task(),
            features,
            header.actions(),
            header.actor(),
            header.policyVersion(),
            header.settings());
    file.write(new Checkpoint(other, its.arrays()));
    CommandLineRun run = resume(first, "steps=60");
    assertEquals(1, run.exit(), run.err());
    assertTrue(run.err().contains("latest.ckpt: features: expected ["), run.err());
    try (Stream<Path> runs = Files.list(folder)) {
      assertEquals(List.of(first), runs.toList());
    }
  }

  @Test
  void saysThatARunHasAllItsStepsAndReportsNoShareOfAPersonThatPlayedNothing() {
    Path first = first("steps=0");
    CommandLineRun again = resume(first, "demos.episodes=1");
    assertEquals(0, again.exit(), again.err());
    String note = first + " has 0 steps of steps=0 already: nothing is trained; --set steps=N";
    assertTrue(again.err().contains(note), again.err());
    assertTrue(again.err().contains("updates; no training episode was played\n"), again.err());
    assertTrue(again.lastLine().contains("\"intervention_rate_last20\":null"), again.lastLine());
  }

  @Test
  void tellsOfWhatChangesAndOfNothingElse() {
    Path first = first("steps=30");
    String told = "goes on with other settings than before: ";
    CommandLineRun same = resume(first, "steps=31");
    assertEquals(0, same.exit(), same.err());
    assertFalse(same.err().contains(told), same.err());
    CommandLineRun other = resume(first, "learner.optimiser.learning_rate=1e-4");
    assertEquals(0, other.exit(), other.err());
    String change = told + "learner.optimiser.learning_rate=1.0E-4 (was 3.0E-4)\n";
    assertTrue(other.err().contains(change), other.err());
  }

  private Path first(String steps) {
    CommandLineRun run = new SmallTraining(folder).run("demos.episodes=1", "run.name=first", steps);
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("demos.episodes=1: no behaviour cloning"), run.err());
    return folder.resolve("first");
  }

  private static CommandLineRun resume(Path run, String setting) {
    return CommandLineRun.of("train", "--resume", run.toString(), "--set", setting, "--json");
  }
}
