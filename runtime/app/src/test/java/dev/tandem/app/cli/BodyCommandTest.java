package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.train.Carts;
import dev.tandem.app.train.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on bodies that a file brings. */
final class BodyCommandTest {
  @TempDir Path folder;
  private Path cart = Path.of("");

  @BeforeEach
  void writeCart() throws IOException {
    Seen.requireMujoco();
    cart = Carts.file(folder, 4);
  }

  private CommandLineRun command(List<String> command, String... more) {
    List<String> arguments = new ArrayList<>(command);
    Stream.concat(Stream.of(Carts.settings(cart)), Stream.of(more))
        .forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private CommandLineRun training(String name) {
    return command(
        List.of("train", "--json"),
        "run.directory=" + folder,
        "run.name=" + name,
        "steps=160",
        "deterministic=true");
  }

  private static CommandLineRun eval(Path run, String... more) {
    List<String> arguments = new ArrayList<>(List.of("eval", run.toString(), "--json"));
    Stream.of(more).forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void aRunKeepsItsBodyAndNoRobotAndIsMeasuredWithItWhereverItLies() throws IOException {
    CommandLineRun run = training("cart");
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("no robot"), run.err());
    Path kept = folder.resolve("cart");
    assertEquals(
        Files.readString(cart), Files.readString(kept.resolve("body").resolve("model.xml")));
    assertFalse(Files.exists(kept.resolve("robot.yaml")));
    assertTrue(Files.size(kept.resolve("curve.png")) > 1000);
    assertTrue(
        Files.readString(kept.resolve("config.yaml")).matches("(?s).*seal: '?[0-9a-f]{64}.*"));
    Path moved = Files.move(kept, folder.resolve("moved"));
    Files.delete(cart);
    CommandLineRun measured = eval(moved);
    assertEquals(0, measured.exit(), measured.err());
    CommandLineRun resumed =
        CommandLineRun.of("train", "--resume", moved.toString(), "--set", "steps=200");
    assertEquals(0, resumed.exit(), resumed.err());
  }

  @Test
  void anotherBodyOrAnotherTaskIsRefused() throws IOException {
    training("cart");
    Path run = folder.resolve("cart");
    CommandLineRun skip = eval(run, "locomotion.frame_skip=5");
    assertEquals(2, skip.exit());
    assertTrue(skip.err().contains("frame_skip: expected 4, with which"), skip.err());
    CommandLineRun resumed =
        CommandLineRun.of(
            "train", "--resume", run.toString(), "--set", "locomotion.control_cost=0.5");
    assertEquals(2, resumed.exit());
    assertTrue(resumed.err().contains("control_cost: expected 0.001"), resumed.err());
    Files.writeString(run.resolve("body/model.xml"), Files.readString(Carts.file(folder, 5)));
    CommandLineRun changed = eval(run);
    assertEquals(2, changed.exit());
    assertTrue(changed.err().contains("expected the model with SHA-256"), changed.err());
    CommandLineRun ofConfig =
        command(
            List.of("eval", run.resolve("checkpoints/latest.ckpt").toString(), "--json"),
            "locomotion.seal=");
    assertEquals(2, ofConfig.exit());
    assertTrue(ofConfig.err().contains("locomotion.seal: expected "), ofConfig.err());
  }

  @Test
  void aBodyThatCannotBeKeptLeavesNoRun() throws IOException {
    String text = Files.readString(cart);
    Files.writeString(folder.resolve("model.xml"), "<mujoco><size/></mujoco>");
    Files.writeString(cart, text.replace("</mujoco>", "<include file='model.xml'/></mujoco>"));
    CommandLineRun refused = training("refused");
    assertEquals(2, refused.exit(), refused.err());
    assertTrue(
        refused.err().contains("expected no file named model.xml among those that it takes in"),
        refused.err());
    assertFalse(Files.exists(folder.resolve("refused")));
  }

  @Test
  void whatMujocoTakesForXmlIsLearntWith() throws IOException {
    String text = Files.readString(cart);
    Files.writeString(cart, " \n<?xml version='1.0'?><!-- a -- b & c -->" + text);
    CommandLineRun run = training("lax");
    assertEquals(0, run.exit(), run.err());
  }

  @Test
  void whatABodyCannotDoIsWrongUsage() {
    CommandLineRun run = command(List.of("run", "--seconds", "1"));
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("task: expected one with an arm of Tandem's"), run.err());
    CommandLineRun taught =
        CommandLineRun.of("encoder", "train", "--task", "reach", "--sim", "mujoco", "--out", "x");
    assertEquals(2, taught.exit(), taught.err());
    assertTrue(taught.err().contains("expected a task whose scene cameras can show"), taught.err());
    CommandLineRun rendered = command(List.of("sim", "render", "--out", folder.toString()));
    assertEquals(2, rendered.exit(), rendered.err());
    assertTrue(rendered.err().contains("cameras: expected those of the body"), rendered.err());
  }

  @Test
  void aBodyIsRenderedThroughItsOwnCameras() {
    Seen.requireRendering();
    CommandLineRun rendered =
        command(List.of("sim", "render", "--out", folder.toString()), "cameras=[{name: track}]");
    assertEquals(0, rendered.exit(), rendered.err());
    assertTrue(Files.exists(folder.resolve("track.png")));
  }

  /** Nobody is to show or correct anything there. */
  @Test
  void whoLearnsNothingNeedsNoSettingsOfALearner() {
    Seen.requireRendering();
    CommandLineRun rendered =
        command(
            List.of("sim", "render", "--out", folder.toString()),
            "cameras=[{name: track}]",
            "demos.episodes=5",
            "person.corrects=true");
    assertEquals(0, rendered.exit(), rendered.err());
    CommandLineRun trained = command(List.of("train"), "demos.episodes=5");
    assertEquals(2, trained.exit(), trained.err());
    assertTrue(
        trained.err().contains("demos.episodes: expected 0, as nobody can show it"), trained.err());
  }
}
