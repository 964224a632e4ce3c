package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When speed is reduced, and what ends it. */
class ReducedSpeedTest extends AuthorityRig {
  private static final int LEAVE_TICKS = 200;

  private final Told person = first;
  private final Told other = second;

  ReducedSpeedTest() {
    super(
        new AuthorityConfig(0, 0.02, 1, 3, LEAVE_TICKS * PERIOD_NANOS),
        Fault.PERSON_NEAR,
        Fault.SINGULARITY);
  }

  @Test
  void aPersonWhoComesNearReducesTheSpeedInTheSameTick() {
    person.says = Reaction.REDUCE;
    assertEquals(Mode.REDUCED_POLICY, tick());
    assertTrue(authority.isReduced());
    assertEquals(Fault.PERSON_NEAR.bit(), authority.faults());
  }

  @Test
  void itEndsOnceNobodyHasBeenNearForLongEnough() {
    person.says = Reaction.REDUCE;
    ticks(10);
    person.says = Reaction.NONE;
    assertEquals(Mode.REDUCED_POLICY, ticks(LEAVE_TICKS - 1));
    assertEquals(Mode.RUN_POLICY, tick());
    assertFalse(authority.isReduced());
  }

  @Test
  void aPersonWhoComesBackBeginsTheTimeAnew() {
    person.says = Reaction.REDUCE;
    tick();
    person.says = Reaction.NONE;
    ticks(LEAVE_TICKS / 2);
    person.says = Reaction.REDUCE;
    tick();
    person.says = Reaction.NONE;
    assertEquals(Mode.REDUCED_POLICY, ticks(LEAVE_TICKS - 1));
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void anOperatorsWishStandsUntilItIsWithdrawnAndIsWrittenDown() {
    operator.reduceSpeed();
    assertEquals(Mode.REDUCED_POLICY, tick());
    operator.handBack();
    assertEquals(Mode.REDUCED_POLICY, ticks(3 * LEAVE_TICKS));
    operator.restoreSpeed();
    assertEquals(Mode.REDUCED_POLICY, ticks(LEAVE_TICKS - 1));
    assertEquals(Mode.RUN_POLICY, tick());
    assertEquals(List.of("reduced speed", "hand back to the policy", "full speed"), record);
  }

  @Test
  void anOperatorCannotSpeedUpBesideAPerson() {
    person.says = Reaction.REDUCE;
    tick();
    operator.restoreSpeed();
    assertEquals(Mode.REDUCED_POLICY, ticks(3 * LEAVE_TICKS));
  }

  @Test
  void whoeverDrivesDrivesSlowly() {
    person.says = Reaction.REDUCE;
    tick();
    health.humanDrives = true;
    assertEquals(Mode.REDUCED_HUMAN, tick());
    person.says = Reaction.NONE;
    assertEquals(Mode.RUN_HUMAN, ticks(LEAVE_TICKS));
    person.says = Reaction.REDUCE;
    assertEquals(Mode.REDUCED_HUMAN, tick());
    health.humanDrives = false;
    assertEquals(Mode.REDUCED_POLICY, tick());
  }

  @Test
  void whoStartsBesideAPersonStartsSlowly() {
    health.humanDrives = true;
    assertEquals(Mode.RUN_HUMAN, tick());
    health.humanLost = true;
    assertEquals(Mode.ARMED, tick());
    person.says = Reaction.REDUCE;
    assertEquals(Mode.ARMED, tick());
    assertTrue(authority.isReduced(), "also while nobody drives");
    health.humanLost = false;
    assertEquals(Mode.REDUCED_HUMAN, tick());
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "STOP2", "STOP1", "STOP0"})
  void somethingStrongerDoesNotHideThePerson(Reaction stronger) {
    person.says = Reaction.REDUCE;
    other.says = stronger;
    tick();
    assertTrue(authority.isReduced());
  }

  @ParameterizedTest
  @EnumSource(names = {"LIMIT", "HOLD", "STOP2"})
  void nothingElseReducesTheSpeed(Reaction reaction) {
    other.says = reaction;
    tick();
    assertFalse(authority.isReduced());
  }

  @Test
  void aRestartForgetsThePersonButNotTheOperatorsWish() {
    person.says = Reaction.REDUCE;
    tick();
    person.says = Reaction.NONE;
    authority.restart();
    assertEquals(Mode.RUN_POLICY, tick());
    operator.reduceSpeed();
    authority.restart();
    assertEquals(Mode.REDUCED_POLICY, tick());
  }

  @Test
  void aTimeBelowZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new AuthorityConfig(0, 0.1, 1, 1, -1));
  }
}
