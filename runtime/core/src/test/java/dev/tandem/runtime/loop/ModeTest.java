package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.guard.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTest {
  private final LoopRig rig = new LoopRig();

  private void order(Mode mode, int ticks) {
    rig.supervisor.ordered = Optional.of(mode);
    rig.ticks(ticks);
  }

  @Test
  void whileNobodyDrivesTheControllerHoldsAndThePolicyIsNotAsked() {
    order(Mode.ARMED, LoopRig.TICKS_PER_DECISION);
    assertEquals(0, rig.policy.asked);
    assertEquals(1, rig.controller.holds);
    assertEquals(Origin.FALLBACK, rig.sink.record.origin);
    assertEquals(LoopRig.TICKS_PER_DECISION, rig.robot.writes);
  }

  @Test
  void whileNobodyDrivesNothingIsRequestedEither() {
    order(Mode.RUN_POLICY, LoopRig.TICKS_PER_DECISION);
    order(Mode.ARMED, 1);
    assertEquals(0, rig.sink.record.requestedAction[0]);
  }

  @Test
  void losingTheRightToDriveHoldsWithinTheTickAndInTheMiddleOfAStep() {
    order(Mode.RUN_POLICY, 2);
    order(Mode.ARMED, 1);
    assertEquals(1, rig.controller.holds);
    assertEquals(0, rig.sink.record.appliedAction[0]);
    assertEquals(Origin.FALLBACK, rig.sink.record.origin);
    assertFalse(rig.sink.record.decided);
  }

  @Test
  void gettingTheRightBackDecidesInTheNextTick() {
    order(Mode.RUN_POLICY, 1);
    order(Mode.ARMED, LoopRig.TICKS_PER_DECISION);
    order(Mode.RUN_POLICY, 1);
    assertFalse(rig.sink.record.decided);
    rig.ticks(1);
    assertTrue(rig.sink.record.decided);
    assertEquals(Origin.POLICY, rig.sink.record.origin);
    assertEquals(2, rig.sink.record.step);
  }

  @Test
  void aPersonWhoInterruptsDrivesInTheSameTick() {
    rig.ticks(2);
    rig.personInterrupts = true;
    rig.personDrives = true;
    rig.ticks(1);
    assertEquals(Origin.HUMAN, rig.sink.record.origin);
    assertEquals(-0.2, rig.sink.record.appliedAction[0]);
    assertTrue(rig.sink.record.decided);
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1"})
  void aControlledStopIsDrivenByTheBrakeFromWhereTheRobotIs(Mode stop) {
    rig.ticks(1);
    rig.robot.x = 0.7;
    rig.brake.gain = 0;
    order(stop, 4);
    assertEquals(0.7, rig.brake.resetAtX);
    assertEquals(5, rig.robot.writes);
    assertEquals(0, rig.robot.lastForce);
    assertEquals(Verdict.STOP, rig.sink.record.verdict);
    assertEquals(stop, rig.sink.record.mode);
    assertTrue(rig.loop.isStopped());
  }

  @Test
  void goingFromOneControlledStopToAnotherBrakesOn() {
    order(Mode.STOP2, 2);
    rig.robot.x = 0.9;
    order(Mode.STOP1, 2);
    assertEquals(0.25, rig.brake.resetAtX);
  }

  @ParameterizedTest
  @EnumSource(names = {"OFF", "SELF_TEST", "READY", "STOP0", "FAULT"})
  void withoutPowerNothingIsWritten(Mode mode) {
    order(mode, 5);
    assertEquals(0, rig.robot.writes);
    assertEquals(5, rig.robot.madeSafe);
    assertEquals(0, rig.policy.asked);
  }

  @Test
  void whatHasNoPowerOrHasItIsNoRefusalOfTheGate() {
    order(Mode.READY, 2);
    assertEquals("no stop", rig.why());
    order(Mode.ARMED, 2);
    assertEquals("no stop", rig.why());
  }

  @Test
  void leavingAStopReleasesTheGateAndStartsBumplessly() {
    rig.gate.requestStop();
    rig.ticks(3);
    rig.robot.x = 0.4;
    rig.supervisor.recover();
    order(Mode.ARMED, 1);
    assertFalse(rig.loop.isStopped());
    assertEquals(0.4, rig.controller.resetAtX);
    assertEquals(3, rig.robot.madeSafe);
    assertEquals(1, rig.robot.writes);
    assertEquals("no stop", rig.why());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void blindForOneTickTheLastSafeCommandIsRepeated(boolean firstChannel) {
    rig.ticks(1);
    rig.supervisor.ordered = Optional.of(Mode.ARMED);
    rig.supervisor.stop = Mode.ARMED;
    rig.robot.x = firstChannel ? Double.NaN : 0;
    rig.robot.v = firstChannel ? 0 : Double.NaN;
    rig.ticks(1);
    assertEquals(3, rig.robot.lastForce);
    assertEquals(Verdict.MODIFIED, rig.sink.record.verdict);
  }

  @Test
  void aTickOverItsBudgetRepeatsTheLastSafeCommand() {
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    rig.policy.push = 0.1;
    rig.policy.whenAsked = () -> rig.clock.advanceNanos(LoopRig.PERIOD_NANOS / 2 + 1);
    rig.ticks(1);
    assertEquals(3, rig.robot.lastForce);
    assertEquals(LoopRig.PERIOD_NANOS / 2 + 1, rig.sink.record.executionNanos);
    rig.policy.whenAsked = () -> {};
    rig.ticks(1);
    assertEquals(1, rig.robot.lastForce);
    assertEquals(LoopRig.PERIOD_NANOS / 2 + 1, rig.supervisor.executionNanos);
  }

  @Test
  void aTickAtItsBudgetIsStillInTime() {
    rig.ticks(LoopRig.TICKS_PER_DECISION);
    rig.policy.push = 0.1;
    rig.policy.whenAsked = () -> rig.clock.advanceNanos(LoopRig.PERIOD_NANOS / 2);
    rig.ticks(1);
    assertEquals(1, rig.robot.lastForce);
  }

  @Test
  void theSupervisorHearsOfSkippedTicksAndLostRecords() {
    rig.sink.lost = 5;
    rig.clock.advanceNanos(4 * LoopRig.PERIOD_NANOS);
    rig.ticks(1);
    assertEquals(3, rig.supervisor.seen.skippedTicks);
    assertEquals(5, rig.supervisor.seen.lostRecords);
    rig.ticks(1);
    assertEquals(0, rig.supervisor.seen.skippedTicks);
  }

  @Test
  void theSupervisorHearsTheModeOfTheTickBefore() {
    order(Mode.ARMED, 1);
    order(Mode.RUN_POLICY, 1);
    assertEquals(Mode.ARMED, rig.supervisor.seen.mode);
    rig.ticks(1);
    assertEquals(Mode.RUN_POLICY, rig.supervisor.seen.mode);
  }

  @Test
  void theSupervisorHearsHowOldTheActionIs() {
    rig.ticks(3);
    assertEquals(2 * LoopRig.PERIOD_NANOS, rig.supervisor.seen.actionAgeNanos);
  }

  @Test
  void theSupervisorHearsThatThePersonsDeviceIsLost() {
    rig.personLost = true;
    rig.ticks(1);
    assertTrue(rig.supervisor.seen.humanLost);
  }
}
