package dev.tandem.app.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.settings.RobotSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a robot's file that sees faults later than the fault matrix. */
final class MatrixFigureTest {
  private static final String SHIPPED = Robot.shipped().text();

  @TempDir private Path folder = Path.of("");

  private Robot robot(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("arm.yaml"), text);
    return Robot.of(new RobotSettings(file.toString(), ""));
  }

  /** Key, the fault matrix's figure, and one that is looser. */
  static Stream<String> figures() {
    return Stream.of(
        "lines.max_disagreement_s|0.01|0.0101",
        "lines.max_age_s|0.02|0.03",
        "lines.max_tracker_age_s|0.1|0.101",
        "drives.lost_packets|5|6",
        "drives.frozen_ticks|10|11",
        "drives.bad_stamps|3|4",
        "drives.max_stamp_jump_s|0.005|0.0051",
        "timing.max_reading_age_s|0.1|0.2",
        "timing.max_action_age_s|0.1|0.2",
        "timing.stale_grace_s|0.1|0.5",
        "timing.overruns_in_a_row|3|4",
        "timing.overruns_a_second|5|25",
        "timing.late_stop2_s|0.005|0.006",
        "timing.late_stop1_s|0.02|0.1",
        "state.max_tracking_error_rad|0.08726646259971647|0.1",
        "state.max_set_point_error_metres|0.01|0.02",
        "state.tracking_s|0.05|0.06",
        "state.max_gravity_error_nm|3|4.5",
        "state.gravity_s|0.1|0.2",
        "state.part_s|0.05|0.06",
        "state.singular_slow_condition|17|18",
        "state.singular_hold_condition|30|31");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void aLooserFigureIsToldBesideTheMatrix(String row) throws IOException {
    String[] figure = row.split("\\|", -1);
    String key = "monitors." + figure[0];
    String text = RobotYaml.with(SHIPPED, "monitors.separation.reaction_s", "0.101");
    List<String> lines = robot(RobotYaml.with(text, key, figure[2])).looser();
    assertEquals(1, lines.size(), lines::toString);
    String begin =
        "%s: %s, looser than the fault matrix's %s: ".formatted(key, figure[2], figure[1]);
    assertTrue(lines.get(0).startsWith(begin), lines::toString);
  }

  /** Key, the shipped arm's figure, and one that sees less. */
  static Stream<String> contacts() {
    return Stream.of(
        "observer_per_s|500|499",
        "contact_nm[0]|20|20.5",
        "contact_nm[6]|5|6",
        "collision_nm[0]|40|41",
        "collision_nm[6]|10|12");
  }

  @ParameterizedTest
  @MethodSource("contacts")
  void aContactThatIsSeenLessThanOnTheShippedArmIsTold(String row) throws IOException {
    String[] figure = row.split("\\|", -1);
    String key = "monitors.contact." + figure[0];
    List<String> lines = robot(RobotYaml.with(SHIPPED, key, figure[2])).looser();
    assertEquals(1, lines.size(), lines::toString);
    String begin =
        "%s: %s, looser than the shipped arm's %s: F25: ".formatted(key, figure[2], figure[1]);
    assertTrue(lines.get(0).startsWith(begin), lines::toString);
  }

  @Test
  void aContactThatIsSeenSoonerThanOnTheShippedArmIsNotTold() throws IOException {
    String sooner = RobotYaml.with(SHIPPED, "monitors.contact.observer_per_s", "501");
    String softer = RobotYaml.with(sooner, "monitors.contact.contact_nm[3]", "19");
    String both = RobotYaml.with(softer, "monitors.contact.collision_nm[3]", "39");
    assertEquals(List.of(), robot(both).looser());
  }

  @Test
  void everyFigureOfTheMatrixIsTried() {
    assertEquals(MatrixFigure.values().length, figures().count());
  }

  /** Its file says itself that its limits are wide, and what for. */
  @Test
  void ofAFileThatShipsNothingIsTold() {
    Robot gripper = Robot.shippedFor("pick-cube");
    assertEquals(List.of(), gripper.looser());
    assertEquals(4, MatrixFigure.looser(gripper.file().monitors()).size());
  }

  @Test
  void theMatrixItselfAndWhatIsStricterIsNotTold() throws IOException {
    assertEquals(List.of(), MatrixFigure.looser(Robot.shipped().file().monitors()));
    assertEquals(List.of(), robot(SHIPPED + "# of ours\n").looser());
    String strict = RobotYaml.with(SHIPPED, "monitors.timing.late_stop2_s", "0.004");
    assertEquals(List.of(), robot(strict).looser());
  }
}
