package dev.tandem.app.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.bench.AdversaryBench;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RobotSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that are finite and absurd, and those that are as loose as may be. */
final class FigureBoundsTest {
  private static final String SHIPPED = Robot.shipped().text();

  @TempDir private Path folder = Path.of("");

  private Robot robot(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("arm.yaml"), text);
    return Robot.of(new RobotSettings(file.toString(), ""));
  }

  private static String with(String assignments) {
    String text = SHIPPED;
    for (String each : assignments.split(";", -1)) {
      String[] pair = each.strip().split("=", 2);
      text = RobotYaml.with(text, pair[0], pair[1]);
    }
    return text;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/robot/bounds.csv", delimiter = '|')
  void justBeyondItsBoundAFigureIsRefusedWithKeyBoundAndWhatWasFound(
      String assignments, String problem) {
    var error =
        assertThrows(ConfigurationException.class, () -> robot(with(assignments)), assignments);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.matches(".*arm\\.yaml:\\d+:\\d+: .*"), message);
    assertTrue(message.contains(problem), message);
  }

  /** Whatever is added to the file must be bounded, too. */
  @ParameterizedTest
  @ValueSource(strings = {"2000000000", "-2000000000"})
  void noFigureOfTheFileMayBeAsLargeOrAsSmallAsItLikes(String absurd) {
    List<String> accepted = new ArrayList<>();
    for (RobotYaml.Figure figure : RobotYaml.figures(SHIPPED)) {
      try {
        robot(figure.replaced(SHIPPED, absurd));
        accepted.add(figure.toString());
      } catch (ConfigurationException | IOException refused) {
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.matches("(?s).*arm\\.yaml:\\d+:\\d+: [a-z_0-9.\\[\\]]+: .*"), message);
      }
    }
    assertEquals(List.of(), accepted);
  }

  @Test
  void aRobotOfMetalHasGearsAndASimulatedOneMayHaveNone() {
    String any = SHIPPED.replace("torque_rate_nm_per_s: 1000", "torque_rate_nm_per_s: 1e6");
    String named = any.replace("joints:\n", "joints:\n  unlimited_torque_rate: true\n");
    var error = assertThrows(ConfigurationException.class, () -> robot(named));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("joints.unlimited_torque_rate: expected false"), message);
    assertTrue(Robot.shippedFor("pick-cube").describe().contains("torque rate not limited"));
  }

  /** Torques of a strong drive may grow fast, of a weak one slowly. */
  @ParameterizedTest
  @ValueSource(doubles = {870, 2400})
  void theLoosestFileThatIsAcceptedIsKeptAgainstAnAdversary(double torqueRateNmPerS)
      throws IOException {
    String loosest =
        with(
            "joints.max_acceleration_rad_per_s2=[375, 133, 200, 125, 96, 90, 110];"
                + "joints.braking_rad_per_s2=[9.05, 3.7, 15.6, 24, 23.8, 24.6, 37.8];"
                + "joints.braking_offset_rad_per_s=[0.182, 0.075, 0.32, 0.49, 0.48, 0.5, 0.76];"
                + "joints.position_margin_rad=0.00522;joints.speed_margin_rad_per_s=0.1305;"
                + "joints.response_s=0.01;joints.max_solver_steps=30;joints.stop_outside_rad=0.2;"
                + "joints.stop_speed_ratio=2;tool.speed_margin_m_per_s=0.05;"
                + "tool.least_singular_value=0.001;tool.singular_approach_s=0.01;"
                + "links.braking_m_per_s2=2;links.offset_m_per_s=0.1;links.margin_metres=0.01;"
                + "monitors.state.least_clearance_metres=0;set_point.max_speed_m_per_s=1.7;"
                + "set_point.max_acceleration_m_per_s2=20;set_point.max_jerk_m_per_s3=20000;"
                + "set_point.max_speed_rad_per_s=2.5;set_point.max_acceleration_rad_per_s2=40;"
                + "set_point.max_jerk_rad_per_s3=40000;impedance.stiffness_n_per_m=5000;"
                + "impedance.damping_ns_per_m=15;impedance.max_error_metres=0.028;"
                + "impedance.stiffness_nm_per_rad=300;impedance.damping_nms_per_rad=2;"
                + "impedance.max_error_rad=0.04;joints.max_torque_rate_nm_per_s="
                + torqueRateNmPerS);
    AdversaryBench.Result result = AdversaryBench.run(robot(loosest), 30_000, 3, line -> {});
    assertEquals(0, result.violations(), () -> String.join("\n", result.lines()));
  }

  @Test
  void aFileThatGuardsNoLinkIsTakenAndSaysSo() throws IOException {
    assertEquals(List.of(), Robot.shipped().file().links().unguarded());
    String none =
        with("links.capsules=[];links.apart=[]")
            .replaceAll("(?m)^    - \\{(name: (up|fo|wr|ha)|fir).*\n", "");
    List<String> told = robot(none).file().links().unguarded();
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("no link is guarded: links.capsules is empty"), told.get(0));
  }

  @Test
  void aFileThatKeepsNothingOutOrApartIsTakenAndSaysSo() throws IOException {
    String open =
        SHIPPED
            .replaceAll("(?m)^    - \\{(name: (floor|mounting)|first).*\n", "")
            .replaceAll("(keep_out_boxes|keep_out_capsules|apart):", "$1: []");
    List<String> told = robot(open).file().links().unguarded();
    assertEquals(2, told.size());
    assertTrue(told.get(0).startsWith("nothing is kept out: "), told.get(0));
    assertTrue(told.get(1).startsWith("links may touch each other: "), told.get(1));
  }
}
