package dev.tandem.app.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Robots' files as they shipped before some of today's figures were asked for. */
public final class EarlierRobotFileTest {
  @TempDir private Path folder = Path.of("");

  /** A file as it once shipped. */
  public static String shipped(String name) throws IOException {
    String resource = "/earlier/" + name;
    try (InputStream in = EarlierRobotFileTest.class.getResourceAsStream(resource)) {
      assertTrue(in != null, resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Robot robot(String text, String task) throws IOException {
    Path file = Files.writeString(folder.resolve("arm.yaml"), text);
    List<Setting> its = List.of(new Setting("--task", "task", task));
    RunSettings settings = Configuration.load(RunSettings.defaults(), Optional.empty(), its);
    return Robot.of(settings.withRobot(new RobotSettings(file.toString(), "")));
  }

  @Test
  void isTakenWithFiguresForWhatItCannotSay() throws IOException {
    Robot robot = robot(shipped("arm7.yaml"), "reach");
    assertEquals(
        List.of(
            "links.capsules[0].name: capsule 1",
            "links.capsules[1].name: capsule 2",
            "links.capsules[2].name: capsule 3",
            "links.capsules[3].name: capsule 4",
            "links.keep_out_boxes[0].name: box 1",
            "links.keep_out_capsules[0].name: capsule 1",
            "authority.standstill_rad: 0.05",
            "monitors.timing.max_reading_age_s: 0.1",
            "monitors.state.least_clearance_metres: 0.01"),
        robot.later());
    assertEquals(100_000_000, robot.monitors().timing().maxReadingAgeNanos());
    assertEquals(0.01, robot.file().monitors().state().leastClearanceMetres());
    assertEquals(List.of("box 1", "capsule 1"), robot.barrier().space().names().volumes());
  }

  @Test
  void isSaidInOneLine() throws IOException {
    String line = robot(shipped("arm7.yaml"), "reach").ofEarlierVersion().orElseThrow();
    assertTrue(line.startsWith(folder.resolve("arm.yaml") + " is of an earlier version"), line);
    assertTrue(line.contains("authority.standstill_rad: 0.05, monitors.timing.max_re"), line);
    assertEquals(1, line.lines().count());
  }

  @Test
  void hasTheSealThatItAlwaysHad() throws IOException {
    String text = shipped("arm7.yaml");
    Robot robot = robot(text, "reach");
    assertEquals(text, robot.text());
    String seal = "311f9acdf86233b4719bbfcd66a1126a3af21d4189cf774fe117942137ced8fd";
    assertEquals(seal, robot.seal());
  }

  @Test
  void keepsLinksNoFartherAwayThanItsBarrierDoes() throws IOException {
    Robot robot = robot(shipped("arm7-gripper.yaml"), "pick-cube");
    assertEquals(0, robot.file().monitors().state().leastClearanceMetres());
  }

  @Test
  void mayLackTheConditionsOfASingularityAndNames() throws IOException {
    String text = Robot.shipped().text();
    String older = text.replaceAll("\n +singular_(slow|hold)_condition: .*", "");
    assertEquals(
        List.of(
            "monitors.state.singular_slow_condition: 17",
            "monitors.state.singular_hold_condition: 30"),
        robot(older, "reach").later());
    String unnamed = text.replace("name: forearm, ", "");
    assertEquals(List.of("links.capsules[1].name: capsule 2"), robot(unnamed, "reach").later());
  }

  @Test
  void isOfThisVersionWhenItSaysEverything() throws IOException {
    assertEquals(Optional.empty(), robot(Robot.shipped().text(), "reach").ofEarlierVersion());
    assertEquals(Optional.empty(), Robot.shippedFor("pick-cube").ofEarlierVersion());
  }

  @Test
  void mustSayWhatIsAskedOfEveryVersion() throws IOException {
    String text = shipped("arm7.yaml");
    for (String line :
        text.lines()
            .filter(line -> line.matches("  +(?!singular_[sh])[a-z].*: *[\\d\\[].*"))
            .toList()) {
      String without = text.replace(line + "\n", "");
      var error = assertThrows(ConfigurationException.class, () -> robot(without, "reach"), line);
      assertTrue(String.valueOf(error.getMessage()).contains("nothing is assumed"), line);
    }
  }

  @Test
  void isRefusedAtItsOwnPlaceWhenSomethingElseIsWrong() throws IOException {
    String text = shipped("arm7.yaml").replace("{joint: 3,", "{joint: 30,");
    var error = assertThrows(ConfigurationException.class, () -> robot(text, "reach"));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.matches(".*arm\\.yaml:\\d+:\\d+: links.capsules.1..joint: .*"), message);
    String list = shipped("arm7.yaml").replace("  margin_metres: 0.035", "  margin_metres: wide");
    error = assertThrows(ConfigurationException.class, () -> robot(list, "reach"));
    assertTrue(String.valueOf(error.getMessage()).contains("margin_metres: expected a number"));
  }
}
