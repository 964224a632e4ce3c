package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.safety.barrier.MeasuredArm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Joints and tool, within their limits and beyond. */
class ArmStateTest {
  private static final int WRIST = 4;

  private final Watched arm = new Watched();
  private final Monitor position = new JointPositionMonitor(Watched.OBSERVATION, arm.model, 0.01);

  private Reaction wristAt(double beyondRad, int sign) {
    double limit =
        sign > 0
            ? arm.model.limits(WRIST).maxPositionRad()
            : arm.model.limits(WRIST).minPositionRad();
    arm.set("q." + WRIST, limit + sign * beyondRad);
    return arm.ask(position);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aJointBeyondItsLimitAndTheToleranceStops(int sign) {
    assertEquals(Reaction.NONE, wristAt(0.009, sign));
    assertEquals(Reaction.STOP1, wristAt(0.011, sign));
  }

  /** No stop can come of it there, which somebody would have to recover: nothing may start. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void anArmThatIsOffIsRefusedForAsLongAsAJointIsOutside(int sign) {
    arm.health.mode = Mode.OFF;
    assertEquals(Reaction.STOP1, wristAt(0.02, sign));
    assertEquals(Reaction.STOP1, wristAt(0.02, sign));
    arm.health.mode = Mode.READY;
    assertEquals(Reaction.STOP1, wristAt(0.02, sign));
    assertEquals(Reaction.LIMIT, wristAt(0.02, sign));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aJointOutsideMayComeBackButNotGoFartherOut(int sign) {
    wristAt(0.03, sign);
    assertEquals(Reaction.LIMIT, wristAt(0.03, sign));
    assertEquals(Reaction.LIMIT, wristAt(0.02, sign));
    assertEquals(Reaction.LIMIT, wristAt(0.039, sign));
    assertEquals(Reaction.STOP1, wristAt(0.041, sign));
    assertEquals(Reaction.NONE, wristAt(0, sign));
    assertEquals(Reaction.STOP1, wristAt(0.02, sign));
  }

  @Test
  void restartingForgetsHowFarOutAJointWas() {
    wristAt(0.03, 1);
    position.restart();
    assertEquals(Reaction.STOP1, wristAt(0.03, 1));
  }

  @Test
  void aRecoveryLeavesAJointTheWayBack() {
    wristAt(0.03, 1);
    position.recovered();
    assertEquals(Reaction.LIMIT, wristAt(0.03, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, NONE",
    "1.01, LIMIT",
    "1.1, LIMIT",
    "1.11, STOP2",
    "-1.01, LIMIT",
    "-1.2, STOP2"
  })
  void aJointOverItsSpeedIsSeenAndOverATenthMoreStops(double ratio, Reaction expected) {
    arm.set("qd.6", ratio * arm.model.limits(6).maxSpeedRadPerS());
    assertEquals(expected, arm.ask(new JointSpeedMonitor(Watched.OBSERVATION, arm.model)));
  }

  @Test
  void aSpeedThatIsNotFiniteIsSeenHereAndStopsElsewhere() {
    arm.set("qd.6", Double.POSITIVE_INFINITY);
    assertEquals(Reaction.LIMIT, arm.ask(new JointSpeedMonitor(Watched.OBSERVATION, arm.model)));
    arm.set("qd.6", -Double.MAX_VALUE);
    assertEquals(Reaction.STOP2, arm.ask(new JointSpeedMonitor(Watched.OBSERVATION, arm.model)));
  }

  @Test
  void aSlowJointAfterAFastOneDoesNotHideIt() {
    arm.set("qd.0", 1.05 * arm.model.limits(0).maxSpeedRadPerS());
    assertEquals(Reaction.LIMIT, arm.ask(new JointSpeedMonitor(Watched.OBSERVATION, arm.model)));
  }

  @Test
  void jointsThatDoNotFollowTheirCommandStopWhenItLasts() {
    Monitor monitor = new TrackingMonitor(Watched.OBSERVATION, Watched.CONFIG.joints());
    double q = Arm7.homeRad()[2];
    arm.set("q_command.2", q + Math.toRadians(4.99));
    assertEquals(Reaction.NONE, arm.after(200, monitor));
    arm.set("q_command.2", q - Math.toRadians(5.01));
    assertEquals(Reaction.NONE, arm.after(50, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.7, NONE",
    "0, 0.71, LIMIT",
    "0, 0.729, LIMIT",
    "0, 0.731, STOP2",
    "1, -0.31, LIMIT",
    "1, -0.331, STOP2",
    "2, 0.06, NONE",
    "2, 0.05, LIMIT",
    "2, 0.03, LIMIT",
    "2, 0.02, STOP2"
  })
  void aToolOutsideItsWorkspaceIsSeenAndFartherOutStops(int axis, double at, Reaction expected) {
    arm.set("tool." + axis, at);
    Monitor monitor = new WorkspaceMonitor(Watched.OBSERVATION, Watched.CONFIG.tool());
    assertEquals(expected, arm.ask(monitor));
  }

  /** By hand: 1.6 (0.1 + v/5) + 0.1 v + v^2/10 + 0.16, in m. */
  @ParameterizedTest
  @CsvSource({"0, 0.32", "1, 0.84", "2, 1.56"})
  void theProtectiveDistanceIsThatOfTheTechnicalSpecification(double speed, double metres) {
    SeparationConfig config = SeparationConfig.technicalSpecification();
    SeparationMonitor monitor = new SeparationMonitor(Watched.OBSERVATION, config);
    assertEquals(metres, config.protectiveDistanceM(speed), 1e-12);
    arm.set("tool_velocity.2", speed);
    arm.set(Channels.PERSON_DISTANCE, metres + 1e-9);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.PERSON_DISTANCE, config.protectiveDistanceM(speed));
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.PERSON_DISTANCE, metres - 1e-9);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
    arm.set(Channels.PERSON_DISTANCE, Double.NaN);
    assertEquals(Reaction.STOP2, arm.ask(monitor));
  }

  @Test
  void aPayloadThatTheModelDoesNotKnowStopsWhenItLastsAtRest() {
    Monitor monitor = new GravityMonitor(Watched.OBSERVATION, arm.model, Watched.CONFIG.joints());
    double held = arm.gravityTorque()[1];
    arm.set("tau.1", held + 2.99);
    assertEquals(Reaction.NONE, arm.after(300, monitor));
    arm.set("tau.1", held - 3.01);
    assertEquals(Reaction.NONE, arm.after(100, monitor));
    assertEquals(Reaction.STOP2, arm.after(1, monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @Test
  void neitherMotionNorContactNorDrivesWithoutPowerAreAPayload() {
    Monitor monitor = new GravityMonitor(Watched.OBSERVATION, arm.model, Watched.CONFIG.joints());
    arm.gravity(2);
    arm.set("qd.0", 0.011);
    assertEquals(Reaction.NONE, arm.after(200, monitor));
    arm.set("qd.0", 0);
    arm.set("wrench.2", 3.1);
    assertEquals(Reaction.NONE, arm.after(200, monitor));
    arm.set("wrench.2", 2.9);
    assertEquals(Reaction.STOP2, arm.after(200, monitor));
    arm.gravity(0);
    assertEquals(Reaction.NONE, arm.after(200, monitor));
  }

  private SingularityMonitor singularity() {
    return new SingularityMonitor(
        Watched.OBSERVATION, MeasuredArm.of(arm.model), Watched.CONFIG.tool().singularity());
  }

  @ParameterizedTest
  @CsvSource({"16.99, NONE", "17, LIMIT", "29.99, LIMIT", "30, HOLD", "Infinity, HOLD"})
  void nearASingularityThePolicyIsSlowedAndThenStopped(double condition, Reaction expected) {
    assertEquals(expected, singularity().of(condition));
  }

  @ParameterizedTest
  @CsvSource({"0.99, 30", "30, 30", "NaN, 30", "17, NaN"})
  void aRobotIsSlowedDownBeforeThePolicyIsStopped(double slow, double hold) {
    assertThrows(IllegalArgumentException.class, () -> new SingularityConfig(slow, hold));
  }

  @Test
  void aStretchedArmIsSingularAndTheHomePoseIsNot() {
    Monitor monitor = singularity();
    assertEquals(Reaction.NONE, arm.ask(monitor));
    for (int i = 0; i < Watched.JOINTS; i++) {
      arm.set("q." + i, 0);
    }
    assertEquals(Reaction.HOLD, arm.ask(monitor));
  }
}
