package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recovers a stopped robot, and lets it be driven again. */
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
  void aLimitIsSeenAndNobodyStops() {
    first.says = Reaction.LIMIT;
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(Fault.CONTACT.bit(), authority.faults());
    assertEquals(Fault.NONE, authority.cause());
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
