package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of wishes of which several come between two ticks. */
class WishesTest extends AuthorityRig {
  WishesTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
  }

  private void powerOff() {
    operator.emergencyStop("a test");
    assertEquals(Mode.STOP0, ticks(3));
  }

  private static void isHeard(Mode before, Mode after, Asked asked) {
    assertEquals(Asked.State.HEARD, asked.state());
    assertEquals(List.of(before, after), List.of(asked.before(), asked.after()));
  }

  private static void waits(Asked asked) {
    assertEquals(Asked.State.WAITS, asked.state());
  }

  private static void isOvertaken(Asked asked) {
    assertEquals(Asked.State.OVERTAKEN, asked.state());
  }

  @Test
  void eachIsGrantedInATickOfItsOwnInTheirOrder() {
    powerOff();
    Asked recover = operator.recover("looked at it");
    Asked arm = operator.arm();
    Asked go = operator.handBack();
    waits(recover);
    assertEquals(Mode.READY, tick());
    isHeard(Mode.STOP0, Mode.READY, recover);
    waits(arm);
    assertEquals(Mode.ARMED, tick());
    isHeard(Mode.READY, Mode.ARMED, arm);
    waits(go);
    assertEquals(Mode.RUN_POLICY, tick());
    isHeard(Mode.ARMED, Mode.RUN_POLICY, go);
  }

  @Test
  void aStopWaitsForNoneAndTakesBackWhatWasAskedForBefore() {
    powerOff();
    Asked recover = operator.recover("looked at it");
    Asked arm = operator.arm();
    Asked stop = operator.stop("no");
    isOvertaken(recover);
    isOvertaken(arm);
    assertEquals(Mode.STOP0, tick());
    isHeard(Mode.STOP0, Mode.STOP0, stop);
    assertEquals(Mode.STOP0, ticks(20), "nothing else waits");
  }

  @Test
  void whatIsAskedForAfterAStopComesAfterIt() {
    Asked stop = operator.stop("a visitor");
    Asked recover = operator.recover("has gone");
    assertEquals(Mode.STOP2, tick());
    isHeard(Mode.RUN_POLICY, Mode.STOP2, stop);
    assertEquals(Mode.ARMED, tick());
    isHeard(Mode.STOP2, Mode.ARMED, recover);
  }

  @Test
  void aHoldTakesBackWhatWouldMoveTheRobotButNoStop() {
    Asked stop = operator.stop("a visitor");
    Asked recover = operator.recover("has gone");
    Asked go = operator.handBack();
    Asked hold = operator.hold();
    isOvertaken(recover);
    isOvertaken(go);
    assertEquals(Mode.STOP2, tick());
    isHeard(Mode.RUN_POLICY, Mode.STOP2, stop);
    assertEquals(Mode.STOP2, tick());
    isHeard(Mode.STOP2, Mode.STOP2, hold);
    assertEquals(Mode.STOP2, ticks(20), "nothing else waits");
  }

  @Test
  void whatWithholdsTakesNothingBackThatWithholdsToo() {
    Asked go = operator.handBack();
    Asked hold = operator.hold();
    Asked disarm = operator.disarm();
    isOvertaken(go);
    assertEquals(Mode.ARMED, tick());
    isHeard(Mode.RUN_POLICY, Mode.ARMED, hold);
    assertEquals(Mode.READY, tick());
    isHeard(Mode.ARMED, Mode.READY, disarm);
  }

  @Test
  void whatWithholdsIsNeverOneTooMany() {
    for (int i = 0; i < 1000; i++) {
      operator.hold();
      operator.disarm();
    }
    Asked last = operator.hold();
    assertEquals(Mode.STOP1, tick(), "braked before its power goes");
    assertEquals(Mode.STOP0, tick());
    isHeard(Mode.STOP1, Mode.STOP0, last);
  }

  @Test
  void aWeakerStopIsAnsweredByTheStrongerThatWaits() {
    observation.set(0, 1);
    Asked strong = operator.emergencyStop("smoke");
    Asked recover = operator.recover("no smoke");
    assertSame(strong, operator.stop("still"));
    isOvertaken(recover);
    assertEquals(Mode.STOP1, tick());
    assertEquals(Mode.STOP1, ticks(20), "nothing else waits");
  }

  @Test
  void aStrongerStopTakesBackTheWeaker() {
    observation.set(0, 1);
    Asked weak = operator.stop("a noise");
    Asked strong = operator.emergencyStop("a bang");
    isOvertaken(weak);
    tick();
    isHeard(Mode.RUN_POLICY, Mode.STOP1, strong);
  }

  @Test
  void theSameWishAgainIsTheOneThatWaits() {
    powerOff();
    Asked recover = operator.recover("looked at it");
    for (int i = 0; i < 1000; i++) {
      assertSame(recover, operator.recover("looked at it again"));
    }
    assertEquals(Mode.READY, ticks(20), "recovered once, armed never");
  }

  @Test
  void oneTooManyIsRefusedAndAStopIsNot() {
    powerOff();
    List<Asked> asked = new ArrayList<>();
    List<Consumer<List<Asked>>> turns =
        List.of(all -> all.add(operator.arm()), all -> all.add(operator.handBack()));
    for (int i = 0; i < 1000; i++) {
      turns.get(i % 2).accept(asked);
    }
    asked.subList(0, Waiting.MOST).forEach(WishesTest::waits);
    for (int i = Waiting.MOST; i < asked.size(); i += 2) {
      assertEquals(Asked.State.TOO_MANY, asked.get(i).state());
      assertSame(asked.get(Waiting.MOST - 1), asked.get(i + 1), "the last that waits");
    }
    Asked stop = operator.stop("enough");
    asked.subList(0, Waiting.MOST).forEach(WishesTest::isOvertaken);
    tick();
    isHeard(Mode.STOP0, Mode.STOP0, stop);
  }

  @Test
  void aRobotThatWasPutBackHasHeardNothing() {
    operator.stop("before");
    operator.recover("before");
    authority.restart();
    assertEquals(Mode.RUN_POLICY, ticks(5));
  }

  @Test
  void theSameStopAskedForTwiceIsOne() {
    Asked stop = operator.stop("a visitor");
    operator.recover("has gone");
    assertSame(stop, operator.stop("another one"));
  }

  @Test
  void aStopComesFirstAndKeepsNobodyFromTakingThePower() {
    observation.set(0, 1);
    Asked arm = operator.arm();
    Asked disarm = operator.disarm();
    Asked stop = operator.stop("now");
    isOvertaken(arm);
    assertEquals(Mode.STOP2, tick());
    isHeard(Mode.RUN_POLICY, Mode.STOP2, stop);
    assertEquals(Mode.STOP1, tick());
    isHeard(Mode.STOP2, Mode.STOP1, disarm);
  }

  @Test
  void anEmergencyStopDoesWhatDisarmingWould() {
    observation.set(0, 1);
    Asked disarm = operator.disarm();
    Asked stop = operator.emergencyStop("now");
    assertEquals(Mode.STOP1, tick());
    isHeard(Mode.RUN_POLICY, Mode.STOP1, stop);
    assertEquals(Mode.STOP1, tick());
    isHeard(Mode.STOP1, Mode.STOP1, disarm);
  }

  @Test
  void whoeverAsksHasANameInTheRecordAndAsksTheSameRobot() {
    Operator person = operator.as("a person");
    Asked hold = operator.as("the start").handBack();
    Asked stop = person.stop("a visitor");
    person.reduceSpeed();
    assertEquals(
        List.of(
            "the start: hand back to the policy",
            "a person: stop: a visitor",
            "a person: reduced speed"),
        record);
    assertEquals(Mode.STOP2, tick());
    isHeard(Mode.RUN_POLICY, Mode.STOP2, stop);
    isOvertaken(hold);
  }
}
