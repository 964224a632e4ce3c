package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A controlled stop ends at rest, or without power. */
class BrakingTest extends AuthorityRig {
  private static final int MOST_TICKS = 500;
  private static final double MOVING = 0.1;

  BrakingTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1"})
  void anArmThatDoesNotComeToRestInTimeLosesItsPower(Reaction reaction) {
    observation.set(1, MOVING);
    first.says = reaction;
    Mode mode = Mode.valueOf(reaction.name());
    assertEquals(mode, ticks(MOST_TICKS));
    assertEquals(Fault.NONE, authority.worsenedBy());
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.STILL_MOVING, authority.worsenedBy());
    assertEquals(Fault.CONTACT, authority.cause());
    assertEquals(Fault.STILL_MOVING.bit() | Fault.CONTACT.bit(), authority.faults());
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.NONE, authority.worsenedBy());
    assertEquals(Fault.CONTACT.bit(), authority.faults());
  }

  @Test
  void anArmThatHasComeToRestInCategoryTwoMayBePushed() {
    first.says = Reaction.STOP2;
    observation.set(0, MOVING);
    ticks(MOST_TICKS - 1);
    observation.set(0, 0);
    tick();
    observation.set(0, MOVING);
    assertEquals(Mode.STOP2, ticks(2 * MOST_TICKS));
  }

  @Test
  void aStrongerStopHasTheWholeTimeAgainAndMustComeToRestAnew() {
    first.says = Reaction.STOP2;
    ticks(2);
    observation.set(0, MOVING);
    ticks(MOST_TICKS);
    first.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, ticks(MOST_TICKS));
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.STILL_MOVING, authority.worsenedBy());
  }

  @Test
  void theOrderlyEndOfAControlledStopHasNoCause() {
    first.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, tick());
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.NONE, authority.worsenedBy());
    assertEquals(Fault.CONTACT.bit(), authority.faults());
  }

  @Test
  void whatMakesAStopStrongerIsToldInItsTick() {
    first.says = Reaction.STOP2;
    tick();
    second.says = Reaction.STOP0;
    assertEquals(Mode.STOP0, tick());
    assertEquals(Fault.E_STOP, authority.worsenedBy());
    tick();
    assertEquals(Fault.NONE, authority.worsenedBy());
  }
}
