package dev.tandem.app.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.model.JointLimits;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.authority.Operator;
import dev.tandem.safety.monitor.MonitorPlan;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a robot's file may say, and what is refused. */
final class RobotTest {
  private static final String SHIPPED = Robot.shipped().text();

  @TempDir private Path folder = Path.of("");

  private Robot robot(String text, String seal) throws IOException {
    Path file = Files.writeString(folder.resolve("arm.yaml"), text);
    return Robot.of(new RobotSettings(file.toString(), seal));
  }

  private static String changed(String from, String to) {
    assertTrue(SHIPPED.contains(from), from);
    return SHIPPED.replaceFirst(java.util.regex.Pattern.quote(from), to);
  }

  @Test
  void theShippedFilesJointsAreTheModelsOwn() {
    for (int i = 0; i < RobotFile.JOINTS; i++) {
      JointLimits its = Arm7.chain().joints().get(i).limits();
      assertEquals(its, Robot.shipped().model().limits(i), "joint " + i);
    }
  }

  @Test
  void aFileThatIsTooLargeToBeARobotsIsNotRead() {
    String large = SHIPPED + "#".repeat(1 << 20);
    var error = assertThrows(ConfigurationException.class, () -> robot(large, ""));
    String found = "found " + large.length() + " or more; name the right file";
    assertTrue(String.valueOf(error.getMessage()).endsWith(found), error::getMessage);
  }

  @Test
  void aTighterLimitHoldsInTheModelThatTheChainAsks() throws IOException {
    Robot robot = robot(changed("max_torque_nm: [87, 87", "max_torque_nm: [87, 80"), "");
    assertEquals(80, robot.model().limits(1).maxTorqueNm());
    assertEquals(87, robot.model().limits(0).maxTorqueNm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min_position_rad: [-2.8973|min_position_rad: [-2.9"
            + "|joints.min_position_rad[0]: expected at least -2.8973 as in the robot's model, found -2.9",
        "max_position_rad: [2.8973, 1.7628|max_position_rad: [2.8973, 1.8"
            + "|joints.max_position_rad[1]: expected at most 1.7628 as in the robot's model, found 1.8",
        "2.61, 2.61, 2.61]|2.61, 2.61, 3]"
            + "|joints.max_speed_rad_per_s[6]: expected at most 2.61 as in the robot's model, found 3.0",
        "max_torque_nm: [87|max_torque_nm: [88"
            + "|joints.max_torque_nm[0]: expected at most 87.0 as in the robot's model, found 88.0",
        "stop_outside_rad: 0.05|stop_outside_rad: 50"
            + "|joints.stop_outside_rad: expected at most 0.2, found 50.0",
        "stop_speed_ratio: 1.5|stop_speed_ratio: 1e9"
            + "|joints.stop_speed_ratio: expected at most 2.0, found 1.0E9",
        "stop_speed_ratio: 1.5|stop_speed_ratio: 1.1"
            + "|joints.stop_speed_ratio: expected a finite number above 1.1, found 1.1",
        "max_torque_rate_nm_per_s: 1000|max_torque_rate_nm_per_s: 2401"
            + "|joints.max_torque_rate_nm_per_s: expected at most 2400.0, with which the weakest"
            + " joint's 12.0 Nm take 5.0 ms, found 2401.0; unlimited_torque_rate: true is for simulated",
        "robot: arm7|robot: arm6|robot: expected arm7, the model's name, found arm6",
        "hold_hz: 3|hold: 3|unknown key hold in brake; did you mean brake.hold_hz?",
        "hold_hz: 3|#|brake.hold_hz: expected a value, found nothing",
        "hold_hz: 3|hold_hz: -3|brake.hold_hz: expected 0.5 to 10.0, found -3.0; a softer spring",
        "hold_hz: 3|hold_hz: soft|brake.hold_hz: expected a number, found \"soft\"",
        "radius_metres: 0.06}|radius_metres: -1}"
            + "|links.capsules[1].radius_metres: expected 0.005 to 1.0, found -1.0; a link has",
        "{first: 0, second: 3}|{first: 0, second: 4}|links.apart: expected 0 to 3, found 4",
        "{first: 0, second: 3}|{first: 0}|links.apart[1].second: expected a value, found nothing",
        "box_min_metres: [0.15, -0.5|box_min_metres: [0.15, 0.5|tool.box_min_metres: expected less",
        "action_box_max_metres: [0.7|action_box_max_metres: [0.9"
            + "|tool.action_box_max_metres: expected at most 0.8, found 0.9",
        "max_error_metres: 0.01|max_error_metres: .inf|impedance.max_error_metres: expected 1.0E-4 to 0.07",
        "late_stop1_s: 0.02|late_stop1_s: 0.002|monitors.timing.late_stop1_s: expected a finite",
        "deceleration_rad_per_s2: [10, 10|deceleration_rad_per_s2: [10, 1e-9"
            + "|brake.deceleration_rad_per_s2: expected a finite number above 0.5, found 1.0E-9",
        "tool_speed_m_per_s: 0.25|tool_speed_m_per_s: 50"
            + "|reduced.tool_speed_m_per_s: expected 0.01 to 0.25, found 50.0",
        "max_braking_s: 0.5|max_braking_s: 3600"
            + "|authority.max_braking_s: expected 0.05 to 2.0, found 3600.0",
        "standstill_rad: 0.05|standstill_rad: 3"
            + "|authority.standstill_rad: expected 0.001 to 0.2, found 3.0",
        "recoveries_per_minute: 3|recoveries_per_minute: 60"
            + "|authority.recoveries_per_minute: expected 1 to 3, found 60",
        "max_reading_age_s: 0.1|max_reading_age_s: 0.6"
            + "|monitors.timing.max_reading_age_s: expected 1.0E-6 to 0.5, found 0.6",
        "max_age_s: 0.02|max_age_s: 3600|monitors.lines.max_age_s: expected 1.0E-6 to 0.1",
        "frozen_ticks: 10|frozen_ticks: 100000000"
            + "|monitors.drives.frozen_ticks: expected 1 to 50, found 100000000",
        "overruns_a_second: 5|overruns_a_second: 2147483647"
            + "|monitors.timing.overruns_a_second: expected 1 to 25",
        "late_stop1_s: 0.02|late_stop1_s: 2000"
            + "|monitors.timing.late_stop1_s: expected 1.0E-6 to 0.1, found 2000.0",
        "joint_tolerance_rad: 0.01|joint_tolerance_rad: 3"
            + "|monitors.state.joint_tolerance_rad: expected 1.0E-4 to 0.2, found 3.0",
        "least_clearance_metres: 0.01|least_clearance_metres: 0.036"
            + "|monitors.state.least_clearance_metres: expected at most 0.035, found 0.036",
        "least_clearance_metres: 0.01|least_clearance_metres: -1"
            + "|monitors.state.least_clearance_metres: expected a finite number of at least 0.0",
        "singular_hold_condition: 30|singular_hold_condition: 17"
            + "|monitors.state.singular_hold_condition: expected a finite number above 17.0",
        "home_rad: [0, -0.785|home_rad: [-0.785|impedance.posture.home_rad: expected a list of 7"
      })
  void whatCannotBeUsedIsRefusedWithItsPlaceItsKeyAndWhatWasExpected(
      String from, String to, String problem) {
    var error = assertThrows(ConfigurationException.class, () -> robot(changed(from, to), ""), to);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.matches(".*arm\\.yaml:\\d+:\\d+: .*"), message);
    assertTrue(message.contains(problem), message);
  }

  @Test
  void anErrorInAListStandsAtItsOwnLineAndColumn() {
    String text = changed("radius_metres: 0.06}", "radius_metres: -1}");
    int line = text.substring(0, text.indexOf("radius_metres: -1")).split("\n", -1).length;
    var error = assertThrows(ConfigurationException.class, () -> robot(text, ""));
    String place = "arm.yaml:" + line + ":";
    assertTrue(String.valueOf(error.getMessage()).contains(place), error::getMessage);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    RobotSettings nowhere = new RobotSettings(folder.resolve("none.yaml").toString(), "");
    var error = assertThrows(ConfigurationException.class, () -> Robot.of(nowhere));
    assertTrue(String.valueOf(error.getMessage()).startsWith("robot.file: expected"), "" + error);
  }

  @Test
  void aSealHoldsForTheFileThatWasAcceptedAndForNoOther() throws IOException {
    String seal = robot(SHIPPED, "").seal();
    assertEquals("", robot(SHIPPED, seal).accepted().problem());
    Robot touched = robot(SHIPPED + "# nothing but a comment\n", seal);
    assertTrue(touched.problem().contains("expected sha256 " + seal), touched.problem());
    var error = assertThrows(ConfigurationException.class, touched::accepted);
    assertTrue(String.valueOf(error.getMessage()).startsWith("robot.seal: limits of arm7"));
  }

  @Test
  void aSealIsSixtyFourHexadecimalDigits() {
    assertThrows(IllegalArgumentException.class, () -> new RobotSettings("", "abc"));
    assertThrows(IllegalArgumentException.class, () -> new RobotSettings("", "g".repeat(64)));
    assertEquals("a".repeat(64), new RobotSettings("", "A".repeat(64)).seal());
  }

  @Test
  void withoutASealItIsSaidNotRefused() {
    assertEquals("", Robot.shipped().problem());
    assertTrue(Robot.shipped().describe().contains("not sealed: --set robot.seal="));
  }

  @Test
  void aTorqueRateOfWhichAJointsWholeTorqueTakesFiveMillisecondsIsTaken() throws IOException {
    Robot robot = robot(changed("torque_rate_nm_per_s: 1000", "torque_rate_nm_per_s: 2400"), "");
    assertEquals(2400, robot.barrier().maxTorqueRateNmPerS());
  }

  @Test
  void aRobotWhoseLimitsWereChangedSinceTheyWereAcceptedIsNotArmed() throws IOException {
    Robot accepted = robot(SHIPPED, Robot.shipped().seal());
    assertEquals(Mode.ARMED, modeAfterArming(accepted));
    Robot touched = robot(SHIPPED + "\n", Robot.shipped().seal());
    assertEquals(Mode.SELF_TEST, modeAfterArming(touched));
  }

  private static Mode modeAfterArming(Robot robot) {
    SimulatedTask task = Tasks.create("reach", "plant");
    SignalSpec spec = task.observationSpec();
    MonitorPlan plan = plan(robot, task);
    assertTrue(plan.monitors().stream().anyMatch(m -> m.fault() == Fault.CONFIGURATION));
    Operator operator = new Operator(words -> {});
    Authority authority = new Authority(spec, robot.authority(), plan.monitors(), operator);
    MutableObservation observation = new MutableObservation(spec);
    task.reset(1);
    task.simulator().observe(observation);
    MutableTick tick = new MutableTick(1_000_000);
    MutableCommand nothing = new MutableCommand(task.simulator().commandSpec());
    operator.test();
    authority.update(tick, observation, health(), nothing);
    operator.arm();
    return authority.update(tick, observation, health(), nothing);
  }

  private static MonitorPlan plan(Robot robot, SimulatedTask task) {
    SignalSpec spec = task.observationSpec();
    SignalSpec command = task.simulator().commandSpec();
    ArmControl arm = ArmControl.of(robot, spec, task.actionSpec(), command);
    return Supervision.plan(robot, spec, arm, robot.monitors(), List.of());
  }

  private static LoopHealth health() {
    return new LoopHealth();
  }

  @Test
  void withoutASealNobodyWatchesTheLimitsAndThePlanSaysSo() {
    List<String> lines = plan(Robot.shipped(), Tasks.create("reach", "plant")).notWatchedLines();
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("F34 ")), lines::toString);
  }
}
