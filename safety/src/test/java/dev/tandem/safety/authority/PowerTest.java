package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets power for the drives, and how it goes again. */
class PowerTest extends AuthorityRig {
  PowerTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  @Test
  void isOffUntilSomebodyTestsAndArms() {
    authority = of(AuthorityConfig.robot());
    assertEquals(Mode.OFF, ticks(5));
    operator.test();
    assertEquals(Mode.READY, tick());
    operator.arm();
    assertEquals(Mode.ARMED, ticks(5));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "STOP2", "STOP1", "STOP0"})
  void refusesToArmWhileAnythingIsWrong(Reaction reaction) {
    authority = of(AuthorityConfig.robot());
    operator.test();
    tick();
    first.says = reaction;
    operator.arm();
    assertEquals(reaction == Reaction.HOLD ? Mode.READY : Mode.STOP0, ticks(3));
  }

  @Test
  void refusesToArmWhatMoves() {
    authority = of(AuthorityConfig.robot());
    operator.test();
    tick();
    observation.set(0, 1.0);
    Asked asked = operator.arm();
    assertEquals(Mode.READY, tick());
    assertEquals(Fault.STILL_MOVING, asked.objection());
    observation.set(0, 0.0);
    operator.arm();
    assertEquals(Mode.ARMED, tick());
  }

  @Test
  void whoAsksForPowerThatIsThereWhileTheArmMovesIsNotRefused() {
    observation.set(0, 1.0);
    Asked asked = operator.arm();
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(Fault.NONE, asked.objection());
  }

  @Test
  void armingAgainNeverStartsAPolicyThatSomethingHeldWhenThePowerWasTaken() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, tick());
    operator.disarm();
    assertEquals(Mode.READY, tick());
    first.says = Reaction.NONE;
    operator.arm();
    assertEquals(Mode.ARMED, ticks(1_000));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void armingNeverStartsAPersonWhoGripsTheDeviceAlready() {
    authority = of(AuthorityConfig.robot());
    operator.test();
    tick();
    health.humanDrives = true;
    operator.arm();
    assertEquals(Mode.ARMED, ticks(1_000));
    health.humanDrives = false;
    tick();
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
  }

  @Test
  void whoAsksForPowerThatIsThereKeepsItWhileSomethingHolds() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, tick());
    operator.arm();
    assertEquals(Mode.ARMED, ticks(5));
  }

  @Test
  void whoAsksForPowerThatIsThereStopsNobody() {
    operator.arm();
    assertEquals(Mode.RUN_POLICY, ticks(5));
  }

  @Test
  void staysInItsSelfTestWhileAMonitorHolds() {
    authority = of(AuthorityConfig.robot());
    first.says = Reaction.HOLD;
    operator.test();
    assertEquals(Mode.SELF_TEST, ticks(3));
    first.says = Reaction.NONE;
    assertEquals(Mode.READY, tick());
  }

  @Test
  void disarmingAnArmThatStandsTakesThePowerAtOnce() {
    first.says = Reaction.HOLD;
    tick();
    Asked asked = operator.disarm();
    assertEquals(Mode.READY, tick());
    assertEquals(Fault.CONTACT, asked.objection());
    assertEquals(Fault.NONE, authority.cause());
  }

  @Test
  void disarmingAnArmThatIsDrivenBrakesItFirstAndLatches() {
    observation.set(0, 0.5);
    operator.disarm();
    assertEquals(Mode.STOP1, tick());
    assertEquals(Fault.STOP_REQUESTED, authority.cause());
    observation.set(0, 0);
    assertEquals(Mode.STOP0, tick());
    operator.arm();
    assertEquals(Mode.STOP0, ticks(5));
  }

  @Test
  void disarmingAnArmThatStillMovesBrakesItFirst() {
    operator.hold();
    observation.set(0, 0.5);
    operator.disarm();
    assertEquals(Mode.ARMED, tick());
    assertEquals(Mode.STOP1, ticks(10));
    observation.set(0, 0);
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void disarmingAStoppedArmTakesItsPowerAndTheStopStays() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.NONE;
    operator.disarm();
    assertEquals(Mode.STOP1, tick());
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.CONTACT, authority.cause());
  }

  @Test
  void disarmingWhatHasNoPowerStopsNothing() {
    authority = of(AuthorityConfig.robot());
    operator.disarm();
    assertEquals(Mode.OFF, tick());
    operator.test();
    tick();
    operator.disarm();
    assertEquals(Mode.READY, tick());
    assertEquals(0, authority.faults());
  }
}
