package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityTest extends AuthorityRig {
  AuthorityTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  private void recoverAfter(Reaction reaction) {
    first.says = reaction;
    ticks(5);
    first.says = Reaction.NONE;
    operator.recover("looked at it");
    tick();
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
  void anErrorOfTheProgramIsEndedByANewStartOnly() {
    assertEquals(Mode.FAULT, authority.breakDown());
    assertEquals(Mode.FAULT, authority.mode());
    assertEquals(Fault.TICK_FAILED, authority.cause());
    assertEquals(Fault.TICK_FAILED, authority.worsenedBy());
    assertEquals(Fault.TICK_FAILED.bit(), authority.faults());
    operator.recover("try again");
    operator.test();
    operator.arm();
    operator.handBack();
    assertEquals(Mode.FAULT, ticks(5));
    assertEquals(Fault.TICK_FAILED, authority.cause());
  }

  @Test
  void anErrorOfTheProgramMakesAStopAFaultAndItsCauseStays() {
    first.says = Reaction.STOP1;
    tick();
    assertEquals(Mode.FAULT, authority.breakDown());
    assertEquals(Fault.CONTACT, authority.cause());
    assertEquals(Fault.TICK_FAILED, authority.worsenedBy());
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

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1", "STOP0"})
  void stopsInTheTickOfTheFaultAndLatches(Reaction reaction) {
    second.says = reaction;
    observation.set(0, 1);
    assertEquals(Mode.valueOf(reaction.name()), tick());
    second.says = Reaction.NONE;
    assertEquals(Mode.valueOf(reaction.name()), ticks(100));
    assertEquals(Fault.E_STOP, authority.cause());
  }

  @Test
  void theStrongestReactionWinsAndEveryFaultIsSeen() {
    first.says = Reaction.STOP2;
    second.says = Reaction.STOP0;
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.E_STOP, authority.cause());
    assertEquals(Fault.E_STOP.bit() | Fault.CONTACT.bit(), authority.faults());
  }

  @Test
  void ofEqualReactionsTheFirstMonitorIsTheCause() {
    first.says = Reaction.STOP1;
    second.says = Reaction.STOP1;
    tick();
    assertEquals(Fault.CONTACT, authority.cause());
  }

  @Test
  void aStopGrowsStrongerByItselfAndKeepsItsFirstCause() {
    observation.set(0, 1);
    first.says = Reaction.STOP2;
    tick();
    second.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, tick());
    second.says = Reaction.STOP0;
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.CONTACT, authority.cause());
  }

  @Test
  void aStopDoesNotGrowWeaker() {
    first.says = Reaction.STOP0;
    tick();
    first.says = Reaction.STOP2;
    assertEquals(Mode.STOP0, ticks(3));
  }

  @Test
  void aPersonsStopComesInItsTickLatchesAndIsItsOwnCause() {
    observation.set(0, 1);
    operator.stop("a visitor");
    assertEquals(Mode.STOP2, tick());
    assertEquals(Fault.STOP_REQUESTED, authority.cause());
    assertEquals(Mode.STOP2, ticks(100));
    operator.emergencyStop("the visitor stumbles");
    assertEquals(Mode.STOP1, tick());
    assertEquals(List.of("stop: a visitor", "emergency stop: the visitor stumbles"), record);
  }

  @Test
  void aStopThatWasAskedForIsNotTakenBackBeforeItWasHeard() {
    observation.set(0, 1);
    operator.emergencyStop("smoke");
    operator.stop("smoke");
    operator.recover("no smoke");
    operator.handBack();
    assertEquals(Mode.STOP1, tick());
  }

  @Test
  void aStrongerStopTakesTheWeakersPlaceBeforeItWasHeard() {
    observation.set(0, 1);
    operator.stop("a noise");
    operator.emergencyStop("a bang");
    assertEquals(Mode.STOP1, tick());
  }

  @Test
  void aPersonsHoldLastsUntilThePolicyIsHandedBackTo() {
    operator.hold();
    assertEquals(Mode.ARMED, ticks(1000));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void aLimitIsSeenAndNobodyStops() {
    first.says = Reaction.LIMIT;
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(Fault.CONTACT.bit(), authority.faults());
    assertEquals(Fault.NONE, authority.cause());
  }

  @Test
  void categoryOneEndsWithoutPowerOnceTheRobotIsAtRestEvenWhileTheButtonIsPressed() {
    observation.set(1, -0.5);
    second.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, ticks(10));
    observation.set(1, -0.01);
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void categoryOneEndsWithoutPowerWhenBrakingTakesTooLong() {
    observation.set(1, 2);
    second.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, ticks(500));
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void categoryOneEndsWithoutPowerWhenTheSpeedIsUnknown() {
    observation.set(0, Double.NaN);
    second.says = Reaction.STOP1;
    tick();
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void categoryTwoStaysPoweredAtRest() {
    first.says = Reaction.STOP2;
    assertEquals(Mode.STOP2, ticks(2000));
  }

  @Test
  void aHoldLastsAsLongAsItsFaultAndStopsThePolicyOnly() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, ticks(3));
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
    health.humanDrives = false;
    first.says = Reaction.NONE;
    assertEquals(Mode.RUN_POLICY, ticks(501));
  }

  @Test
  void aPersonTakesOverInTheSameTick() {
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
  }

  @Test
  void thePolicyIsMutedForAWhileAfterThePersonLetGo() {
    health.humanDrives = true;
    ticks(3);
    health.humanDrives = false;
    assertEquals(Mode.ARMED, ticks(500));
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void aScriptHandsBackAtOnce() {
    authority = of(AuthorityConfig.scripted());
    authority.restart();
    health.humanDrives = true;
    tick();
    health.humanDrives = false;
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void aLostDeviceHoldsAndNeverHandsOverToThePolicyByItself() {
    health.humanDrives = true;
    tick();
    health.humanLost = true;
    assertEquals(Mode.ARMED, tick());
    health.humanDrives = false;
    health.humanLost = false;
    assertEquals(Mode.ARMED, ticks(2000));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void aDeviceThatIsLostWhileThePolicyDrivesChangesNothing() {
    health.humanLost = true;
    assertEquals(Mode.RUN_POLICY, ticks(3));
  }

  @Test
  void recoveringFromCategoryTwoHoldsUntilThePolicyIsHandedBackTo() {
    recoverAfter(Reaction.STOP2);
    assertEquals(Mode.ARMED, ticks(1000));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(List.of("recover: looked at it", "hand back to the policy"), record);
  }

  @Test
  void handingBackBeforeTheRobotIsRecoveredAndArmedCountsForNothing() {
    first.says = Reaction.STOP0;
    tick();
    first.says = Reaction.NONE;
    operator.handBack();
    tick();
    operator.recover("looked at it");
    assertEquals(Mode.READY, tick());
    operator.handBack();
    tick();
    operator.arm();
    assertEquals(Mode.ARMED, ticks(10));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void recoveringFromCategoryZeroNeedsToBeArmedAgain() {
    recoverAfter(Reaction.STOP0);
    assertEquals(Mode.READY, ticks(10));
    operator.arm();
    assertEquals(Mode.ARMED, tick());
  }

  @Test
  void aPersonWhoHeldOnThroughTheStopMustLetGoFirst() {
    health.humanDrives = true;
    tick();
    recoverAfter(Reaction.STOP2);
    assertEquals(Mode.ARMED, ticks(10));
    health.humanDrives = false;
    tick();
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
  }

  @Test
  void aPersonWhoGrippedDuringTheStopMustLetGoFirst() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.NONE;
    health.humanDrives = false;
    tick();
    health.humanDrives = true;
    operator.recover("seen");
    assertEquals(Mode.ARMED, ticks(10));
    health.humanDrives = false;
    tick();
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
  }

  @Test
  void aRecoveryIsRefusedWhileItsCauseLasts() {
    first.says = Reaction.STOP2;
    tick();
    operator.recover("no patience");
    assertEquals(Mode.STOP2, tick());
    first.says = Reaction.NONE;
    assertEquals(Mode.STOP2, ticks(10));
  }

  @Test
  void nobodyRecoversWithoutAReason() {
    assertThrows(IllegalArgumentException.class, () -> operator.recover(" "));
    assertEquals(List.of(), record);
  }

  @Test
  void theFourthRecoveryInAMinuteIsRefusedAndSeen() {
    for (int i = 0; i < 3; i++) {
      recoverAfter(Reaction.STOP2);
      assertEquals(Mode.ARMED, authority.mode());
    }
    recoverAfter(Reaction.STOP2);
    assertEquals(Mode.STOP2, authority.mode());
    assertEquals(Fault.RECOVERED_TOO_OFTEN.bit(), authority.faults());
    index += 60_000;
    operator.recover("a minute later");
    assertEquals(Mode.ARMED, tick());
  }

  @Test
  void askingToRecoverWithoutAStopCostsNothing() {
    for (int i = 0; i < 10; i++) {
      operator.recover("just in case");
      tick();
    }
    recoverAfter(Reaction.STOP2);
    assertEquals(Mode.ARMED, authority.mode());
  }

  @Test
  void disarmingTakesThePowerOffOnlyWhenNobodyDrives() {
    operator.disarm();
    assertEquals(Mode.RUN_POLICY, tick());
    first.says = Reaction.HOLD;
    tick();
    operator.disarm();
    assertEquals(Mode.READY, tick());
  }

  @Test
  void restartingForgetsEverything() {
    first.says = Reaction.STOP0;
    tick();
    first.says = Reaction.NONE;
    operator.disarm();
    authority.restart();
    assertEquals(Fault.NONE, authority.cause());
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(2, first.restarts);
  }

  @Test
  void aConfigurationThatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new AuthorityConfig(-1, 0.1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AuthorityConfig(0, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AuthorityConfig(0, 0.1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new AuthorityConfig(0, 0.1, 1, 0));
  }
}
