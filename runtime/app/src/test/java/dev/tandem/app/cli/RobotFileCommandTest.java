package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say of a robot's file, and how they end. */
final class RobotFileCommandTest {
  @TempDir private Path folder = Path.of("");

  private CommandLineRun adversary(String text) throws IOException {
    return with(text, "bench", "adversary", "--ticks", "10");
  }

  private CommandLineRun with(String text, String... command) throws IOException {
    Path file = Files.writeString(folder.resolve("arm.yaml"), text);
    String[] arguments = new String[command.length + 2];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--set";
    arguments[command.length + 1] = "robot.file=" + file;
    return CommandLineRun.of(arguments);
  }

  private static String unguarded() {
    return Robot.shipped()
        .text()
        .replaceAll("(?m)^    - \\{(name: (upper|forearm|wrist|hand)|first).*\n", "")
        .replaceAll("(?m)^  (capsules|apart):", "  $1: []");
  }

  @ParameterizedTest
  @CsvSource({
    "max_acceleration_m_per_s2: 13, set_point.max_acceleration_m_per_s2",
    "max_jerk_rad_per_s3: 8500, set_point.max_jerk_rad_per_s3",
    "set_point_m_per_s: 0.15, reduced.set_point_m_per_s",
    "max_gravity_error_nm: 3, monitors.state.max_gravity_error_nm",
    "braking_m_per_s2: 1.2, links.braking_m_per_s2"
  })
  void whatTheFileMayNotSayEndsWithTwoAndItsKey(String written, String key) throws IOException {
    String absurd = written.replaceFirst(": .*", ": 1e9");
    CommandLineRun run = adversary(Robot.shipped().text().replace(written, absurd));
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().matches("(?s).*arm\\.yaml:\\d+:\\d+: " + key + ": .*"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void aFileThatGuardsNoLinkIsToldBeforeAnythingMoves() throws IOException {
    CommandLineRun run = adversary(unguarded());
    assertEquals(1, run.exit(), "ten ticks exercise too little");
    assertTrue(run.out().contains("not exercised by any tick of own_model: left_standstill_rad"));
    assertTrue(run.out().contains("1000000 are enough"), run.out());
    assertTrue(run.err().contains("no link is guarded: links.capsules is empty"), run.err());
    String shipped = adversary(Robot.shipped().text()).err();
    assertFalse(shipped.contains("guarded"), shipped);
  }

  @Test
  void aFileThatGuardsNoLinkIsToldByDoctor() throws IOException {
    CommandLineRun run = with(unguarded(), "doctor", "--json");
    assertTrue(run.err().contains("no link is guarded: "), run.err());
    assertTrue(run.lastLine().contains("\"unguarded\":[\"no link is guarded: "), run.lastLine());
  }

  @Test
  void aFileThatSeesFaultsLaterThanTheFaultMatrixIsToldByDoctorAndBeforeAnythingMoves()
      throws IOException {
    String late = Robot.shipped().text().replace("max_age_s: 0.02", "max_age_s: 0.05");
    String loose = late.replace("contact_nm: [20, 20", "contact_nm: [20, 25");
    String line = "monitors.lines.max_age_s: 0.05, looser than the fault matrix's 0.02: F01: ";
    CommandLineRun doctor = with(loose, "doctor", "--json");
    assertTrue(doctor.err().contains(line), doctor.err());
    String json = "\"looser_than_fault_matrix\":[\"" + line;
    assertTrue(doctor.lastLine().contains(json), doctor.lastLine());
    String contact =
        "\"monitors.contact.contact_nm[1]: 25, looser than the shipped arm's 20: F25: ";
    assertTrue(doctor.lastLine().contains(contact), doctor.lastLine());
    assertTrue(adversary(loose).err().contains(line));
    assertFalse(adversary(Robot.shipped().text()).err().contains("looser"));
  }
}
