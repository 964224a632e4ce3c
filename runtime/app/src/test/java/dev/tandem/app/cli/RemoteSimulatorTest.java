package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --sim remote}, driving what another {@code tandem sim serve} simulates. */
@Timeout(180)
final class RemoteSimulatorTest {
  private static final Pattern HASH = Pattern.compile("\"checkpoint_hash\":\"([0-9a-f]+)\"");

  @TempDir Path folder;

  /** A short one. */
  private String[] training(String name, String task, String simulator, int steps) {
    List<String> arguments = new ArrayList<>(List.of("train", "--json", "--seed", "3"));
    arguments.addAll(List.of("--task", task, "--sim", simulator));
    for (String setting :
        List.of(
            "run.directory=" + folder,
            "run.name=" + name,
            "deterministic=true",
            "steps=" + steps,
            "demos.episodes=1",
            "learner.threads=1",
            "learner.start_steps=20",
            "learner.hidden=[16]",
            "evaluation.episodes=1",
            "evaluation.every_steps=10",
            "evaluation.intermediate_episodes=1",
            "journal.enabled=false")) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments.toArray(String[]::new);
  }

  /** Returns the hash of what was learnt. */
  private String train(String name, String task, String simulator, int steps) {
    CommandLineRun run = CommandLineRun.of(training(name, task, simulator, steps));
    assertEquals(0, run.exit(), run.err());
    Matcher hash = HASH.matcher(run.lastLine());
    assertTrue(hash.find(), run.lastLine());
    return hash.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "reach, plant, 30",
    "peg-insert, plant, 30",
    "peg-insert, mujoco, 30",
    "pick-cube, mujoco, 350", // a handful of evaluations
    "arrange-boxes, mujoco, 200",
    "cable-route, mujoco, 150",
  })
  void teachesTheSameToTheBit(String task, String simulator, int steps) {
    String remote;
    String clients = "3"; // training, and one evaluation at a time; each leaves when it is over
    try (ServeRun server = ServeRun.of("--task", task, "--sim", simulator, "--clients", clients)) {
      remote = train("remote", task, server.asSimulator(), steps);
    }
    assertEquals(train("here", task, simulator, steps), remote);
  }

  /** The skeleton's arm stands still, which the model of the arm cannot explain. */
  @Test
  void aSimulatorInAnotherLanguageIsDrivenAndItsWrongPhysicsAreFoundOut() throws Exception {
    Path skeleton = Python.EXAMPLES.resolve("foreign_simulator.py");
    Process foreign = Python.serve(folder, skeleton, "--port", "0");
    try {
      String simulator = "remote:" + awaitAddress(folder.resolve("serve.out"), foreign);
      CommandLineRun run = CommandLineRun.of(training("foreign", "reach", simulator, 30));
      assertEquals(1, run.exit(), run.err());
      String expected = "tick 73, F25 contact: expected the torques of the model";
      assertTrue(run.err().contains(expected), run.err());
    } finally {
      foreign.destroy();
    }
  }

  private static String awaitAddress(Path out, Process process) throws IOException {
    while (true) {
      boolean over = !process.isAlive();
      String said = Files.readString(out, StandardCharsets.UTF_8);
      if (said.endsWith("\n")) {
        return said.strip().substring("listens on ".length());
      }
      assertFalse(over, "it ended without a word");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'cameras=[{}]', 'expected mujoco with cameras, found remote:'",
    "'touch=[{}]', 'touch: expected a task with a gripper in mujoco'"
  })
  void aSimulatorOfAnotherProgramHasNoPictures(String setting, String said) {
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      List<String> arguments =
          new ArrayList<>(List.of(training("seen", "reach", server.asSimulator(), 30)));
      arguments.addAll(List.of("--set", setting));
      CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
      assertEquals(2, run.exit(), run.err());
      assertTrue(run.err().contains(said), run.err());
    }
  }

  @Test
  void aSimulatorThatIsNotThereIsToldInOneLine() {
    String gone;
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      gone = server.asSimulator();
    }
    CommandLineRun run = CommandLineRun.of("train", "--task", "reach", "--sim", gone);
    assertEquals(1, run.exit(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("./tandem sim serve"), run.err());
  }

  @Test
  void anotherKindOfWorldIsRefusedWithTheChannelThatDiffers() {
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      CommandLineRun run =
          CommandLineRun.of("train", "--task", "pick-cube", "--sim", server.asSimulator());
      assertEquals(1, run.exit(), run.err());
      assertTrue(run.err().contains("gripper.closed"), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"remote:here", "remote:here:0", "remote:here:port", "remote::7117"})
  void anAddressThatIsNoneIsRefused(String simulator) {
    CommandLineRun run = CommandLineRun.of("train", "--sim", simulator);
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains("remote:HOST:PORT"), run.err());
  }

  @Test
  void noRobotIsRunInRealTimeByAnotherProgram() {
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      CommandLineRun run =
          CommandLineRun.of("run", "--task", "reach", "--sim", server.asSimulator());
      assertEquals(2, run.exit(), run.err());
      assertTrue(run.err().contains("expected plant or mujoco"), run.err());
    }
  }
}
