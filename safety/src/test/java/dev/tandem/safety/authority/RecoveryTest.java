package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;

/** How a stop ends, and what does not count before it has. */
class RecoveryTest extends AuthorityRig {
  private static final long BRAKING_NANOS = 500 * PERIOD_NANOS;
  private static final double REST_RAD_PER_S = 0.02;

  /** Grants one recovery a minute. */
  RecoveryTest() {
    super(new AuthorityConfig(0, REST_RAD_PER_S, BRAKING_NANOS, 1), Fault.CONTACT, Fault.E_STOP);
  }

  private Mode stopAndRecover() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.NONE;
    operator.recover("looked at it");
    return tick();
  }

  @Test
  void handingBackDuringAControlledStopCountsForNothing() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.NONE;
    operator.handBack();
    assertEquals(Mode.STOP2, tick());
    operator.recover("looked at it");
    assertEquals(Mode.ARMED, ticks(10));
  }

  @Test
  void handingBackWhileSomethingHoldsCountsForNothing() {
    assertEquals(Mode.ARMED, stopAndRecover());
    first.says = Reaction.HOLD;
    operator.handBack();
    tick();
    first.says = Reaction.NONE;
    assertEquals(Mode.ARMED, ticks(10));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void whatIsOnlyLimitedMayBeHandedBack() {
    stopAndRecover();
    first.says = Reaction.LIMIT;
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, tick());
  }

  @Test
  void theNextRecoveryIsGrantedAMinuteAfterTheLastAndNotBefore() {
    assertEquals(Mode.ARMED, stopAndRecover());
    long grantedIndex = index - 1;
    assertEquals(Mode.STOP2, stopAndRecover());
    index = grantedIndex + 59_999;
    Asked early = operator.recover("a little early");
    assertEquals(Mode.STOP2, tick());
    assertEquals(1_000_000, early.waitNanos());
    Asked later = operator.recover("a minute later");
    assertEquals(Mode.ARMED, tick());
    assertEquals(0, later.waitNanos());
  }

  @Test
  void aRefusedRecoveryIsSeenInItsTickOnly() {
    stopAndRecover();
    stopAndRecover();
    assertEquals(Fault.RECOVERED_TOO_OFTEN.bit(), authority.faults());
    tick();
    assertEquals(0, authority.faults());
  }

  @Test
  void monitorsForgetWhatAFaultLeftInThemOnlyOnceTheRecoveryIsGranted() {
    int before = first.restarts;
    first.says = Reaction.STOP2;
    operator.recover("too early");
    tick();
    first.says = Reaction.NONE;
    ticks(5);
    assertEquals(before, first.restarts);
    operator.recover("looked at it");
    tick();
    assertEquals(before + 1, first.restarts);
    stopAndRecover();
    assertEquals(before + 1, first.restarts, "refused: one a minute");
  }

  @Test
  void theTimeForBrakingBeginsWithTheStopThatTakesThePower() {
    observation.set(0, 1);
    first.says = Reaction.STOP2;
    ticks(400);
    first.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, ticks(500));
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void aJointAtTheSpeedOfRestRests() {
    observation.set(0, REST_RAD_PER_S);
    observation.set(1, -REST_RAD_PER_S);
    first.says = Reaction.STOP1;
    tick();
    assertEquals(Mode.STOP0, tick());
  }

  @Test
  void theCauseIsToldUntilTheStopHasEnded() {
    first.says = Reaction.STOP2;
    tick();
    first.says = Reaction.NONE;
    ticks(5);
    assertEquals(Fault.CONTACT, authority.cause());
    operator.recover("looked at it");
    tick();
    assertEquals(Fault.NONE, authority.cause());
  }

  @Test
  void peopleAreHeardThroughItsOperator() {
    first.says = Reaction.HOLD;
    assertEquals(Mode.ARMED, tick());
    authority.operator().disarm();
    assertEquals(Mode.READY, tick());
  }

  @Test
  void aWishThatWithholdsCountsAndWhatWasAskedForBeforeDoesNot() {
    stopAndRecover();
    operator.handBack();
    operator.disarm();
    assertEquals(Mode.READY, tick());
    assertEquals(Mode.READY, ticks(5), "once");
  }

  @Test
  void aStopIsNotRecoveredFromWhileTheArmStillMoves() {
    first.says = Reaction.STOP2;
    observation.set(1, 0.5);
    tick();
    first.says = Reaction.NONE;
    Asked early = operator.recover("in a hurry");
    assertEquals(Mode.STOP2, tick());
    assertEquals(Fault.STILL_MOVING, early.objection());
    assertEquals(0, authority.faults(), "a refusal, no fault");
    observation.set(1, 0);
    operator.recover("it stands");
    assertEquals(Mode.ARMED, tick(), "the refused one was not counted");
  }

  @Test
  void anArmThatHasStoodSinceTheStopIsRecoveredAlsoWhilePushed() {
    first.says = Reaction.STOP2;
    ticks(2);
    first.says = Reaction.NONE;
    observation.set(1, 0.5);
    ticks(10);
    operator.recover("I push it");
    assertEquals(Mode.ARMED, tick());
  }
}
