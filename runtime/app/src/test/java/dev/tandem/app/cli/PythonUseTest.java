package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.train.Seen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** examples/python as people use and misuse it; Gymnasium and numpy are stood in for. */
@Timeout(180)
final class PythonUseTest {
  @TempDir Path folder;

  @Test
  void whatIsWrongIsToldInPythonsOwnTermsAndCostsNoConnection() throws Exception {
    try (ServeRun server = ServeRun.of("--task", "reach", "--sim", "plant")) {
      String[] arguments = {Python.EXAMPLES.toString(), "" + server.port()};
      assertEquals(
          List.of(
              "TypeError: seed: expected a whole number, found 'x'",
              "TypeError: seed: expected a whole number, found 1.5",
              "ValueError: seed: expected 0 to 9223372036854775807, found -1",
              "ValueError: seed: expected 0 to 9223372036854775807, found 9223372036854775808",
              "TypeError: options: expected a dictionary, found ['x']",
              "ValueError: action: expected 3 numbers (dx, dy, dz), found 2",
              "TypeError: action: expected a list of numbers, found 3",
              "TypeError: action: expected a list of numbers, found ['a', 0, 0]",
              "ValueError: action: expected finite numbers, found [nan, 0.0, 0.0]",
              "ValueError: action: expected finite numbers, found one beyond a float",
              "TypeError: action: expected a list of numbers, found [[0.0], [0.0], [0.0]]",
              "TypeError: action: expected a list of numbers, found [0, <__main__.Word>, 0]",
              "TypeError: action: expected a list of numbers, found b'abc'",
              "TypeError: action: expected a list of numbers, found {0: 1, 1: 1, 2: 1}",
              "ValueError: options: value: expected at most 65535 bytes, found 70000",
              "ValueError: options: name: expected at most 65535 bytes, found 70000",
              "ValueError: options: expected at most 65535, found 70000",
              "ValueError: frame: expected at most 1048576 bytes, found 1200121",
              "ValueError: name: expected at most 65535 bytes, found 70000",
              "TypeError: name: expected a text, found 3",
              "ValueError: name: expected a text that UTF-8 has, found 'me\\udc80'",
              "ValueError: options: value: expected a text that UTF-8 has, found '\\ud800'",
              "TypeError: images: expected True or False, found 'no'",
              "TypeError: images: expected True or False, found 1",
              "TypeError: images: expected True or False, found None",
              "seed 9223372036854775807",
              "steps 5"),
          Python.run(folder, Python.TESTS.resolve("wrong_use.py"), arguments));
    }
  }

  private List<String> throughGymnasium(String task, String simulator, String... keywords)
      throws Exception {
    try (ServeRun server = ServeRun.of("--task", task, "--sim", simulator)) {
      List<String> arguments = new ArrayList<>();
      arguments.add(Python.EXAMPLES.toString());
      arguments.add(Python.TESTS.resolve("standins").toString());
      arguments.add("" + server.port());
      arguments.addAll(List.of(keywords));
      Path program = Python.TESTS.resolve("gymnasium_episode.py");
      return Python.run(folder, program, arguments.toArray(String[]::new));
    }
  }

  @Test
  void theWrapperForGymnasiumHasTheSpacesOfSerl() throws Exception {
    Seen.requireRendering();
    String arm =
        "panda/tcp_pos: Box(3,) float32, panda/tcp_vel: Box(3,) float32,"
            + " panda/gripper_pos: Box(1,) float32";
    String asked = "action Box(4,) float32 -1.0 -1.0 -1.0 -1.0 1.0 1.0 1.0 1.0";
    assertEquals(
        List.of(
            "observation {state: {" + arm + ", block_pos: Box(3,) float32}}",
            asked,
            "render ['rgb_array'] 50 None",
            "picture None"),
        throughGymnasium("pick-cube", "mujoco", "named"));
    assertEquals(
        List.of(
            "observation {state: {"
                + arm
                + "}, images: {front: Box(128, 128, 3) uint8, wrist: Box(128, 128, 3) uint8}}",
            asked,
            "render ['rgb_array'] 50 rgb_array",
            "picture (128, 128, 3)"),
        throughGymnasium("pick-cube", "mujoco", "named", "images"));
  }

  @Test
  void theWrapperForGymnasiumHasTheSpacesOfGymHil() throws Exception {
    Seen.requireRendering();
    String arm = "agent_pos: Box(18,) float32";
    assertEquals(
        "observation {" + arm + ", environment_state: Box(3,) float32}",
        throughGymnasium("pick-cube-sparse", "mujoco", "named").get(0));
    assertEquals(
        "observation {"
            + arm
            + ", pixels: {front: Box(128, 128, 3) uint8, wrist: Box(128, 128, 3) uint8}}",
        throughGymnasium("pick-cube-sparse", "mujoco", "named", "images").get(0));
  }

  @Test
  void theWrapperForGymnasiumKnowsTasksOfOursToo() throws Exception {
    List<String> lines = throughGymnasium("reach", "plant");
    assertEquals("observation Box(6,) float32", lines.get(0));
  }
}
