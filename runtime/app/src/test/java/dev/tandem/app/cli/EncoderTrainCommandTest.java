package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.train.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest encoder there is, and what is done with it. */
final class EncoderTrainCommandTest {
  private static final String CAMERAS =
      "cameras=[{name: front, width: 20, height: 16}, {name: wrist, width: 16, height: 16}]";

  @TempDir Path folder;

  @BeforeEach
  void requireRendering() {
    Seen.requireRendering();
  }

  private static CommandLineRun command(List<String> command, String... settings) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--json", "--set", "task=pick-cube", "--set", "simulator=mujoco"));
    arguments.addAll(List.of("--set", CAMERAS, "--set", "learner.threads=1"));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private CommandLineRun encoder(String name, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("encoder.pictures=60", "encoder.steps=4"));
    return command(
        List.of("encoder", "train", "--out", folder.resolve(name).toString()),
        all.toArray(String[]::new));
  }

  private CommandLineRun training(String name, String encoder, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "encoder.file=" + folder.resolve(encoder),
                "run.directory=" + folder,
                "run.name=" + name,
                "steps=100",
                "demos.episodes=1",
                "evaluation.episodes=1",
                "deterministic=true",
                "journal.every_frames=50",
                "learner.hidden=[8]",
                "learner.batch_size=8",
                "learner.updates_per_step=1"));
    settings.addAll(List.of(more));
    return command(List.of("train"), settings.toArray(String[]::new));
  }

  private static String value(CommandLineRun run, String key) {
    return run.lastLine().replaceFirst(".*\"" + key + "\":\"?([^,\"}]*).*", "$1");
  }

  @Test
  void equalSeedsGiveEqualEncodersAndARunSeesWithACopyOfItsOwn() throws IOException {
    CommandLineRun first = encoder("first");
    assertEquals(0, first.exit(), first.err());
    assertEquals("3", value(first, "held_out_pictures"));
    assertTrue(Double.parseDouble(value(first, "mean_error_mm")) > 1, first.lastLine());
    encoder("second");
    byte[] bytes = Files.readAllBytes(folder.resolve("first"));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("second")));

    CommandLineRun run = training("run", "first");
    assertEquals(0, run.exit(), run.err());
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("run").resolve("encoder.tandem")));
    CommandLineRun again = training("again", "second");
    assertEquals(value(run, "checkpoint_hash"), value(again, "checkpoint_hash"));

    Files.delete(folder.resolve("first"));
    CommandLineRun evaluated =
        CommandLineRun.of(
            "eval", folder.resolve("run").toString(), "--set", "evaluation.episodes=1", "--json");
    assertEquals(0, evaluated.exit(), evaluated.err());
    assertEquals(value(run, "checkpoint_hash"), value(evaluated, "checkpoint_hash"));
    CommandLineRun verified =
        CommandLineRun.of("data", "verify", folder.resolve("run").toString(), "--json");
    assertEquals(0, verified.exit(), verified.err());
  }

  @Test
  void withoutOutItWritesTheFileThatThePolicyWillSeeWith() {
    Path file = folder.resolve("yet to be");
    CommandLineRun taught =
        command(
            List.of("encoder", "train"),
            "encoder.file=" + file,
            "encoder.pictures=60",
            "encoder.steps=4");
    assertEquals(0, taught.exit(), taught.err());
    assertTrue(Files.exists(file), taught.err());
  }

  @Test
  void aPolicyIsNotDrivenThroughAnotherEncoder() {
    encoder("first");
    encoder("other", "seed=7");
    training("run", "first");
    CommandLineRun evaluated =
        command(
            List.of("eval", folder.resolve("run/checkpoints/latest.ckpt").toString()),
            "encoder.file=" + folder.resolve("other"),
            "evaluation.episodes=1");
    assertTrue(evaluated.exit() != 0, evaluated.lastLine());
    assertTrue(evaluated.err().contains("features: expected"), evaluated.err());
    assertTrue(evaluated.err().contains("sight.cube.0@"), evaluated.err());

    String run = folder.resolve("run").toString();
    CommandLineRun goesOn = CommandLineRun.of("train", "--resume", run, "--set", "steps=200");
    assertEquals(0, goesOn.exit(), goesOn.err());
    CommandLineRun resumed =
        command(
            List.of("train", "--resume", run),
            "encoder.file=" + folder.resolve("other"),
            "steps=300");
    assertEquals(2, resumed.exit(), resumed.err());
    assertTrue(resumed.err().contains("as in the run to resume"), resumed.err());
  }

  @Test
  void whatDoesNotFitTheEncoderIsRefusedWithWhatToDo() {
    encoder("first");
    String larger = "cameras=[{name: front, width: 20, height: 20}, {name: wrist}]";
    assertRefused(training("run", "first", larger), "front of 20 x 16");
    assertRefused(training("run", "first", "cameras=[]"), "found []");
    assertRefused(training("run", "first", "task=pick-cube-sparse"), "found one for pick-cube");
    assertRefused(training("run", "none"), "there is no such");
    CommandLineRun felt = command(List.of("encoder", "train", "--set", "touch=[{}]"));
    assertEquals(2, felt.exit());
    assertTrue(felt.err().contains("touch: expected none"), felt.err());
    CommandLineRun nowhere = command(List.of("encoder", "train"));
    assertEquals(2, nowhere.exit());
    assertTrue(nowhere.err().contains("--out: expected a file"), nowhere.err());
    CommandLineRun sceneless =
        CommandLineRun.of("encoder", "train", "--task", "reach", "--sim", "mujoco", "--out", "x");
    assertTrue(sceneless.exit() != 0);
    assertTrue(sceneless.err().contains("such as pick-cube, found reach"), sceneless.err());
  }

  private static void assertRefused(CommandLineRun run, String expected) {
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("encoder.file"), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertTrue(run.err().contains("./tandem encoder train makes one"), run.err());
  }
}
