package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** Who asks for something in vain learns what spoke against it. */
class ObjectionTest extends AuthorityRig {
  ObjectionTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  private Fault recovering() {
    Asked asked = operator.recover("looked at it");
    tick();
    return asked.objection();
  }

  @Test
  void aRecoveryIsRefusedBecauseOfWhatStillStops() {
    first.says = Reaction.STOP2;
    ticks(3);
    assertEquals(Fault.CONTACT, recovering());
    first.says = Reaction.NONE;
    assertEquals(Mode.STOP2, tick());
    assertEquals(Fault.NONE, recovering());
    assertEquals(Mode.ARMED, authority.mode());
  }

  @Test
  void aRecoveryIsRefusedBecauseThereWereTooMany() {
    for (int i = 0; i < 4; i++) {
      first.says = Reaction.STOP2;
      tick();
      first.says = Reaction.NONE;
      assertEquals(i < 3 ? Fault.NONE : Fault.RECOVERED_TOO_OFTEN, recovering());
    }
  }

  @Test
  void whatHoldsSpeaksAgainstHandingBack() {
    second.says = Reaction.HOLD;
    tick();
    Asked asked = operator.handBack();
    assertEquals(Mode.ARMED, tick());
    assertEquals(Fault.E_STOP, asked.objection());
  }

  @Test
  void whatOnlyLimitsSpeaksAgainstNothing() {
    second.says = Reaction.LIMIT;
    Asked asked = operator.handBack();
    tick();
    assertEquals(Asked.State.HEARD, asked.state());
    assertEquals(Fault.NONE, asked.objection());
  }

  @Test
  void whoRecoversLearnsWhatIsStillSeen() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.LIMIT;
    Asked asked = operator.recover("looked at it");
    assertEquals(Mode.ARMED, tick());
    assertEquals(Fault.CONTACT.bit(), asked.faults());
    first.says = Reaction.NONE;
    tick();
    assertEquals(Fault.CONTACT.bit(), asked.faults(), "as it was when it was heard");
  }

  @Test
  void whoeverAsksHearsOfIt() {
    Asked test = operator.test();
    tick();
    assertEquals(Asked.State.HEARD, test.state());
    Asked off = operator.powerOff("the end");
    assertEquals(Mode.STOP1, tick());
    assertEquals(Asked.State.HEARD, off.state());
  }

  /** F32: seen in the tick in which the person takes over, and in no other. */
  @Test
  void whoTakesOverFromThePolicyIsAConflictOnce() {
    assertEquals(0, authority.faults());
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
    assertEquals(Fault.AUTHORITY_CONFLICT.bit(), authority.faults());
    tick();
    assertEquals(0, authority.faults());
  }
}
