package dev.tandem.app.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.controllers.identify.ArmIdentification;
import dev.tandem.controllers.identify.Figure;
import dev.tandem.controllers.identify.IdentifiedArm;
import dev.tandem.runtime.model.Joint;
import dev.tandem.simbridge.randomize.Parameter;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the embedded simulator; what is hidden is found again. */
final class IdentificationTest {
  private static final double SECONDS = 20;
  private static final double STANDARD_ERRORS = 4;

  private static RunSettings hidden(String... randomization) {
    List<Setting> all =
        Stream.concat(
                Stream.of("task=reach"), Stream.of(randomization).map(s -> "randomization." + s))
            .map(Setting::parse)
            .toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), all);
  }

  private static void assertHolds(double truth, Figure found) {
    assertTrue(found.low() <= truth && truth <= found.high(), truth + ": " + found);
    assertEquals(truth, found.value(), 1e-3);
    assertTrue(found.standardError() < 1e-3, found::toString);
  }

  /** Of one integration step a tick, and of two. */
  @ParameterizedTest
  @ValueSource(strings = {"reach", "peg-insert"})
  void whatIsAsTheModelSaysIsFoundSoWithinWhatItSaysOfItsError(String task)
      throws StoppedExcitationException {
    RunSettings nominal =
        Configuration.load(
            RunSettings.defaults(), Optional.empty(), List.of(Setting.parse("task=" + task)));
    IdentifiedArm arm = Identification.of(nominal, plan(0.5, true)).arm();
    for (Figure factor : List.of(arm.mass(), arm.inertia(), arm.armature(), arm.damping())) {
      assertHolds(1, factor);
    }
    List<Joint> joints = Robot.of(nominal).limited().joints();
    for (int i = 0; i < joints.size(); i++) {
      assertHolds(joints.get(i).dampingNmsPerRad(), arm.joints().get(i).dampingNmsPerRad());
    }
  }

  private static RunSettings hiddenWithNoise() {
    return hidden(
        "physics.mass=1.2",
        "physics.inertia=0.8",
        "physics.damping=1.5",
        "physics.armature=1.3",
        "drives.delay_seconds=0.003",
        "sensing.joint_noise_rad=0.0005",
        "sensing.speed_noise_rad_per_s=0.005");
  }

  private static Identification.Plan plan(double amplitude, boolean measured) {
    return new Identification.Plan(
        SECONDS, 0.1, 10, amplitude, new ArmIdentification.Config(10, 0.006, measured));
  }

  /** Near to the truth, and near enough for what it says of its own error. */
  private static void assertFound(double truth, double tolerance, Figure found) {
    assertEquals(truth, found.value(), tolerance);
    double off = Math.abs(found.value() - truth);
    assertTrue(off < STANDARD_ERRORS * found.standardError() + 2e-3, truth + ": " + found);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsWhatIsHiddenByTorquesThatAreMeasuredAndByThoseThatAreCommanded(boolean measured)
      throws StoppedExcitationException {
    IdentifiedArm arm = Identification.of(hiddenWithNoise(), plan(0.5, measured)).arm();
    assertFound(1.2, 0.001, arm.mass());
    assertFound(0.8, 0.02, arm.inertia());
    assertFound(1.5, 0.01, arm.damping());
    assertFound(1.3, 0.01, arm.armature());
    for (IdentifiedArm.JointFriction joint : arm.joints()) {
      assertFound(1.5, 0.05, joint.dampingNmsPerRad());
      assertFound(0, 0.02, joint.coulombNm());
    }
    assertEquals(new IdentifiedArm.Delay(0.003, 0.003, 0.003), arm.delay());
    assertEquals(0.0005, arm.positionNoiseRad(), 2e-5);
    assertEquals(0.005, arm.speedNoiseRadPerS(), 2e-4);
    assertEquals(measured, arm.drives().isPresent());
    assertTrue(arm.fit().nominalNm()[3] > 50 * arm.fit().identifiedNm()[3]);
  }

  @Test
  void findsWhatTheDrivesMakeOfACommand() throws StoppedExcitationException {
    RunSettings settings =
        hidden("drives.gain=0.9", "drives.lag_seconds=0.004", "drives.delay_seconds=0.002");
    IdentifiedArm arm = Identification.of(settings, plan(0.5, true)).arm();
    IdentifiedArm.Drives drives = arm.drives().orElseThrow();
    for (Figure gain : drives.gains()) {
      assertEquals(0.9, gain.value(), 1e-6);
    }
    assertEquals(0.004, drives.lagSeconds().value(), 1e-6);
    assertEquals(0.002, arm.delay().seconds(), 1e-9);
    assertFound(1, 0.001, arm.mass());
    IdentifiedSettings settled = new IdentifiedSettings(arm, true);
    assertEquals(Optional.of("0.9000"), settled.value(Parameter.DRIVES_GAIN));
    assertEquals(Optional.of("0.0040"), settled.value(Parameter.DRIVES_LAG_SECONDS));
    assertEquals(Optional.of("0.002"), settled.value(Parameter.DRIVES_DELAY_SECONDS));
  }

  @Test
  void findsTheCoulombFrictionOfEachJoint() throws StoppedExcitationException {
    RunSettings settings = hidden("physics.damping=1.5");
    SimulatedTask task = Tasks.create(settings);
    task.reset(1);
    double[] coulombNm = {1, 2, 0, 1.5, 0.2, 0.3, 0.1};
    IdentifiedArm arm =
        Identification.of(Robot.of(settings), new RubbedTask(task, coulombNm), plan(0.5, true), 1)
            .arm();
    for (int i = 0; i < coulombNm.length; i++) {
      assertEquals(coulombNm[i], arm.joints().get(i).coulombNm().value(), 0.05, "joint " + i);
    }
    assertEquals(1.5, arm.damping().value(), 0.05);
    assertEquals(1, arm.mass().value(), 0.005);
  }

  @Test
  void saysWhatAnExcitationThatIsTooSmallDoesNotTell() throws StoppedExcitationException {
    RunSettings settings =
        hidden(
            "physics.mass=1.1",
            "sensing.joint_noise_rad=0.002",
            "sensing.speed_noise_rad_per_s=0.05");
    IdentifiedArm arm = Identification.of(settings, plan(0.01, true)).arm();
    assertFalse(arm.fit().isClear());
    assertEquals(1.1, arm.mass().value(), 0.01);
    IdentifiedSettings settled = new IdentifiedSettings(arm, false);
    assertTrue(settled.doubt().orElseThrow().contains("expected 10 times or more"));
    assertEquals(3, settled.notTold().size(), settled.notTold().toString());
    assertTrue(settled.value(Parameter.PHYSICS_MASS).isPresent());
    for (Parameter untold :
        List.of(Parameter.PHYSICS_INERTIA, Parameter.PHYSICS_DAMPING, Parameter.PHYSICS_ARMATURE)) {
      assertEquals(Optional.empty(), settled.value(untold));
      assertTrue(settled.yaml(settings).contains("# not told: " + untold.key()));
    }
  }
}
