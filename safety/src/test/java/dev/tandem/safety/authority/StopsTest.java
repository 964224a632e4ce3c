package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How stops begin, grow and end; none ends by itself. */
class StopsTest extends AuthorityRig {
  StopsTest() {
    super(AuthorityConfig.robot(), Fault.CONTACT, Fault.E_STOP);
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
}
