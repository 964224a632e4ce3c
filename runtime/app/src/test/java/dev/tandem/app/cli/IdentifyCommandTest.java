package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.randomize.Distribution;
import dev.tandem.simbridge.randomize.Parameter;
import dev.tandem.simbridge.randomize.Randomization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifyCommandTest {
  @TempDir Path folder;

  private static CommandLineRun identify(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("sim", "identify", "--task", "reach", "--seconds", "20"));
    arguments.addAll(List.of("--max-delay", "0.005", "--seed", "2"));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static Randomization load(Path file) {
    return Configuration.load(RunSettings.defaults(), Optional.of(file), List.of())
        .randomization()
        .plan();
  }

  private static void assertHolds(double truth, Distribution interval) {
    double slack = 2e-3; // an interval misses one truth of 20, and not by much
    assertFalse(interval.isFixed(), interval.toString());
    assertTrue(interval.low() - slack <= truth && truth <= interval.high() + slack);
    assertTrue(interval.high() - interval.low() < 0.05, interval.toString());
  }

  @Test
  void saysBeforehandHowLongItMayTake() {
    assertTrue(identify("--help").out().contains("How long the arm is excited, 20 to 600."));
  }

  @Test
  void writesSettingsThatLoadAndHoldWhatWasHidden() throws IOException {
    Path file = folder.resolve("identified.yaml");
    String noise = "randomization.sensing.speed_noise_rad_per_s=0.005";
    String[] hidden = {
      "--set",
      "randomization.physics.mass=1.2",
      "--set",
      "randomization.physics.damping=1.5",
      "--set",
      "randomization.drives.delay_seconds=0.003",
      "--set",
      noise,
      "--json"
    };
    List<String> arguments = new ArrayList<>(List.of(hidden));
    arguments.addAll(List.of("--out", file.toString()));
    CommandLineRun run = identify(arguments.toArray(String[]::new));
    assertEquals(0, run.exit(), run.err());
    Randomization found = load(file);
    assertHolds(1.2, found.of(Parameter.PHYSICS_MASS));
    assertHolds(1.5, found.of(Parameter.PHYSICS_DAMPING));
    assertHolds(1, found.of(Parameter.PHYSICS_ARMATURE));
    assertEquals(Distribution.fixed(0.003), found.of(Parameter.DRIVES_DELAY_SECONDS));
    assertEquals(0.005, found.of(Parameter.SENSING_SPEED_NOISE_RAD_PER_S).low(), 2e-4);
    assertTrue(found.isNominal(Parameter.DRIVES_GAIN));
    assertTrue(run.lastLine().contains("\"delay_seconds\":0.003"), run.lastLine());
    assertTrue(run.lastLine().contains("\"not_told\":[]"), run.lastLine());
    assertTrue(Files.readString(file).contains("task: reach\nsimulator: plant\n"));
    assertTrue(run.err().contains("delay from command to measurement 3.000 ms"), run.err());
  }

  @Test
  void anotherProgramsArmIsIdentifiedTooAndFixedFiguresHaveNoIntervals() throws IOException {
    Path file = folder.resolve("fixed.yaml");
    try (ServeRun server = ServeRun.of("--task", "reach", "--clients", "2")) {
      CommandLineRun run =
          identify("--sim", server.asSimulator(), "--fixed", "--out", file.toString());
      assertEquals(0, run.exit(), run.err());
    }
    Distribution mass = load(file).of(Parameter.PHYSICS_MASS);
    assertTrue(mass.isFixed(), mass.toString());
    assertEquals(1, mass.low(), 1e-3);
    assertFalse(Files.readString(file).contains("simulator:"), Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds 5          | --seconds: expected 20.0 to 600.0, found 5.0",
        "--harmonics 0        | --harmonics: expected 1.0 to 50.0, found 0.0",
        "--base-frequency 0   | --base-frequency: expected 0.02 to 1.0, found 0.0",
        "--amplitude 1.5      | --amplitude: expected 0.01 to 0.9, found 1.5",
        "--cutoff 2           | --cutoff: expected 4.0 to 100.0, found 2.0",
        "--max-delay -1       | --max-delay: expected 0.0 to 0.2, found -1.0",
        "--torque guessed     | --torque: expected measured or commanded, found guessed",
        "--out /no/where.yaml | --out: expected a file in a folder that can be written,",
        "--set steps=7        | --set steps: expected a setting that sim identify uses,",
      })
  void refusesInOneLineWhatCannotBe(String options, String expected) {
    List<String> arguments = new ArrayList<>(List.of("sim", "identify", "--task", "reach"));
    arguments.addAll(List.of(options.split(" ")));
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().startsWith("tandem: " + expected), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void aBodyThatIsNoArmIsRefusedAsThatInWhateverSimulator() {
    CommandLineRun run = CommandLineRun.of("sim", "identify", "--task", "locomotion");
    assertEquals(2, run.exit(), run.err());
    String expected = "task: expected one with an arm of Tandem's, found locomotion";
    assertTrue(run.err().contains(expected), run.err());
  }

  @Test
  void anArmThatIsStoppedFailsWithTheReason() {
    CommandLineRun run =
        identify(
            "--set", "randomization.pushes.per_second=5",
            "--set", "randomization.pushes.torque_nm=60");
    assertEquals(1, run.exit(), run.err());
    assertTrue(run.err().contains("the arm was stopped"), run.err());
    assertTrue(run.err().contains("s after its excitation began"), run.err());
  }
}
