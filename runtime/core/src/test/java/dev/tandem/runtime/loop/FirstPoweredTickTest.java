package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.guard.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The tick in which the drives get their power has no command to repeat: zero torque would let an
 * arm fall whose brakes have opened.
 */
class FirstPoweredTickTest {
  private static final int WITHOUT_POWER = 4;
  private static final long MORE_THAN_THE_BUDGET = LoopRig.PERIOD_NANOS / 2 + 1;

  private final LoopRig rig = new LoopRig();

  private void power(Mode mode) {
    rig.supervisor.ordered = Optional.of(mode);
    rig.supervisor.stop = mode;
  }

  private void isPoweredAfterAWhile() {
    power(Mode.READY);
    rig.ticks(WITHOUT_POWER);
    assertEquals(0, rig.robot.writes);
    power(Mode.ARMED);
  }

  @Test
  void whenItIsLateItSendsItsOwnCommand() {
    isPoweredAfterAWhile();
    rig.controller.weightN = 3;
    rig.robot.whenSampled = () -> rig.clock.advanceNanos(MORE_THAN_THE_BUDGET);
    rig.ticks(1);
    assertEquals(1, rig.robot.writes);
    assertEquals(3, rig.robot.lastForce, 1e-12);
    assertEquals(Verdict.PASSED, rig.sink.record.verdict);
  }

  @Test
  void whenItIsBlindTheDrivesStaySafe() {
    isPoweredAfterAWhile();
    rig.robot.v = Double.NaN;
    rig.ticks(2);
    assertEquals(0, rig.robot.writes);
    assertEquals(WITHOUT_POWER + 2, rig.robot.madeSafe);
    assertFalse(rig.gate.isStopped(), "the supervisor decides what comes of it");
    rig.robot.v = 0;
    rig.ticks(1);
    assertEquals(1, rig.robot.writes);
    assertEquals(WITHOUT_POWER + 2, rig.robot.madeSafe);
  }

  @Test
  void afterAnApprovedCommandALateOrBlindTickRepeatsIt() {
    power(Mode.RUN_POLICY);
    rig.ticks(1);
    double force = rig.robot.lastForce;
    rig.controller.gain = 2;
    rig.robot.whenSampled = () -> rig.clock.advanceNanos(MORE_THAN_THE_BUDGET);
    rig.ticks(1);
    assertEquals(force, rig.robot.lastForce);
    assertEquals(Verdict.MODIFIED, rig.sink.record.verdict);
    rig.robot.whenSampled = () -> {};
    rig.robot.v = Double.NaN;
    rig.ticks(1);
    assertEquals(force, rig.robot.lastForce);
    assertEquals(3, rig.robot.writes);
  }

  @Test
  void atTheBudgetATickIsNotLate() {
    power(Mode.RUN_POLICY);
    rig.ticks(1);
    double force = rig.robot.lastForce;
    rig.controller.gain = 2;
    rig.robot.whenSampled = () -> rig.clock.advanceNanos(MORE_THAN_THE_BUDGET - 1);
    rig.ticks(1);
    assertEquals(force / 5, rig.robot.lastForce, 1e-12);
  }
}
