package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a stop ends, and what does not count before it has. */
class RecoveryTest {
  private static final long MILLI = 1_000_000;
  private static final long BRAKING_NANOS = 500 * MILLI;
  private static final double REST_RAD_PER_S = 0.02;
  private static final SignalSpec OBSERVATION =
      new SignalSpec("arm", SignalSpec.block("qd", "rad/s", 2));
  private static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", 2));

  private final Told monitor = new Told(Fault.CONTACT);
  private final Operator operator = new Operator(words -> {});
  private final LoopHealth health = new LoopHealth();
  private final MutableTick tick = new MutableTick(MILLI);
  private final MutableObservation observation = new MutableObservation(OBSERVATION);
  private long index;

  /** Grants one recovery a minute. */
  private final Authority authority =
      new Authority(
          OBSERVATION,
          new AuthorityConfig(0, REST_RAD_PER_S, BRAKING_NANOS, 1),
          List.of(monitor),
          operator);

  private Mode ticks(int count) {
    for (int i = 0; i < count; i++) {
      tick.set(index, index * MILLI, 0);
      index++;
      authority.update(tick, observation, health, new MutableCommand(COMMAND));
    }
    return authority.mode();
  }

  private Mode stopAndRecover() {
    monitor.says = Reaction.STOP2;
    ticks(1);
    monitor.says = Reaction.NONE;
    operator.recover("looked at it");
    return ticks(1);
  }

  @BeforeEach
  void runThePolicy() {
    authority.restart();
    assertEquals(Mode.RUN_POLICY, ticks(1));
  }

  @Test
  void handingBackDuringAControlledStopCountsForNothing() {
    monitor.says = Reaction.STOP2;
    ticks(1);
    monitor.says = Reaction.NONE;
    operator.handBack();
    assertEquals(Mode.STOP2, ticks(1));
    operator.recover("looked at it");
    assertEquals(Mode.ARMED, ticks(10));
  }

  @Test
  void handingBackWhileSomethingHoldsCountsForNothing() {
    assertEquals(Mode.ARMED, stopAndRecover());
    monitor.says = Reaction.HOLD;
    operator.handBack();
    ticks(1);
    monitor.says = Reaction.NONE;
    assertEquals(Mode.ARMED, ticks(10));
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, ticks(1));
  }

  @Test
  void whatIsOnlyLimitedMayBeHandedBack() {
    stopAndRecover();
    monitor.says = Reaction.LIMIT;
    operator.handBack();
    assertEquals(Mode.RUN_POLICY, ticks(1));
  }

  @Test
  void theNextRecoveryIsGrantedAMinuteAfterTheLastAndNotBefore() {
    assertEquals(Mode.ARMED, stopAndRecover());
    long grantedIndex = index - 1;
    assertEquals(Mode.STOP2, stopAndRecover());
    index = grantedIndex + 59_999;
    operator.recover("a little early");
    assertEquals(Mode.STOP2, ticks(1));
    operator.recover("a minute later");
    assertEquals(Mode.ARMED, ticks(1));
  }

  @Test
  void aRefusedRecoveryIsSeenInItsTickOnly() {
    stopAndRecover();
    stopAndRecover();
    assertEquals(Fault.RECOVERED_TOO_OFTEN.bit(), authority.faults());
    ticks(1);
    assertEquals(0, authority.faults());
  }

  @Test
  void monitorsForgetWhatAFaultLeftInThemOnlyOnceTheRecoveryIsGranted() {
    int before = monitor.restarts;
    monitor.says = Reaction.STOP2;
    operator.recover("too early");
    ticks(1);
    monitor.says = Reaction.NONE;
    ticks(5);
    assertEquals(before, monitor.restarts);
    operator.recover("looked at it");
    ticks(1);
    assertEquals(before + 1, monitor.restarts);
    stopAndRecover();
    assertEquals(before + 1, monitor.restarts, "refused: one a minute");
  }

  @Test
  void theTimeForBrakingBeginsWithTheStopThatTakesThePower() {
    observation.set(0, 1);
    monitor.says = Reaction.STOP2;
    ticks(400);
    monitor.says = Reaction.STOP1;
    assertEquals(Mode.STOP1, ticks(500));
    assertEquals(Mode.STOP0, ticks(1));
  }

  @Test
  void aJointAtTheSpeedOfRestRests() {
    observation.set(0, REST_RAD_PER_S);
    observation.set(1, -REST_RAD_PER_S);
    monitor.says = Reaction.STOP1;
    ticks(1);
    assertEquals(Mode.STOP0, ticks(1));
  }

  @Test
  void theCauseIsToldUntilTheStopHasEnded() {
    monitor.says = Reaction.STOP2;
    ticks(1);
    monitor.says = Reaction.NONE;
    ticks(5);
    assertEquals(Fault.CONTACT, authority.cause());
    operator.recover("looked at it");
    ticks(1);
    assertEquals(Fault.NONE, authority.cause());
  }

  @Test
  void theLastWishOfAPersonCounts() {
    stopAndRecover();
    operator.handBack();
    operator.disarm();
    assertEquals(Mode.READY, ticks(1));
    assertEquals(Mode.READY, ticks(5), "once");
  }
}
