package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** Who drives a robot that is armed and not stopped. */
class DrivingTest extends AuthorityRig {
  DrivingTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  @Test
  void aPersonsHoldLastsUntilThePolicyIsHandedBackTo() {
    operator.hold();
    assertEquals(Mode.ARMED, ticks(1000));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
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
  void afterAHoldThatWasShortThePolicyDrivesOn() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, ticks(499));
    assertEquals(Fault.NONE, authority.heldLongBy());
    first.says = Reaction.NONE;
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void afterAHoldThatLastedThePolicyDrivesOnceItIsHandedBackTo() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, ticks(500));
    assertEquals(Fault.CONTACT, authority.heldLongBy());
    first.says = Reaction.NONE;
    assertEquals(Mode.ARMED, ticks(1000));
    assertEquals(Fault.CONTACT, authority.heldLongBy());
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(Fault.NONE, authority.heldLongBy());
  }

  @Test
  void shortHoldsDoNotAddUp() {
    for (int i = 0; i < 10; i++) {
      first.says = Reaction.HOLD;
      assertEquals(Mode.ARMED, ticks(400));
      first.says = Reaction.NONE;
      assertEquals(Mode.RUN_POLICY, tick());
    }
  }

  @Test
  void whoTookOverInAHoldThatLastedGivesItBackByLettingGo() {
    first.says = Reaction.HOLD;
    ticks(1000);
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
    assertEquals(Fault.NONE, authority.heldLongBy());
    first.says = Reaction.NONE;
    tick();
    health.humanDrives = false;
    assertEquals(Mode.RUN_POLICY, ticks(501));
  }

  @Test
  void whoLetsGoWhileSomethingHoldsDoesNotLeaveAPolicyThatStartsWhenItIsGone() {
    health.humanDrives = true;
    first.says = Reaction.HOLD;
    tick();
    health.humanDrives = false;
    assertEquals(Mode.ARMED, ticks(1000));
    first.says = Reaction.NONE;
    assertEquals(Mode.ARMED, ticks(1000));
  }

  @Test
  void aPolicyThatHasNotDrivenYetIsWaitedFor() {
    authority.restart();
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, ticks(1000));
    first.says = Reaction.NONE;
    assertEquals(Mode.RUN_POLICY, tick());
  }
}
