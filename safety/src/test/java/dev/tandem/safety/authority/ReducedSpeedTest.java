package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.runtime.time.Tick;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When speed is reduced, and what ends it. */
class ReducedSpeedTest {
  private static final long PERIOD_NANOS = 1_000_000;
  private static final int LEAVE_TICKS = 200;
  private static final SignalSpec OBSERVATION =
      new SignalSpec("arm", SignalSpec.block("qd", "rad/s", 2));
  private static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", 2));

  private final Says person = new Says(Fault.PERSON_NEAR);
  private final Says other = new Says(Fault.SINGULARITY);
  private final List<String> record = new ArrayList<>();
  private final Operator operator = new Operator(record::add);
  private final LoopHealth health = new LoopHealth();
  private final MutableTick tick = new MutableTick(PERIOD_NANOS);
  private final Authority authority =
      new Authority(
          OBSERVATION,
          new AuthorityConfig(0, 0.02, 1, 3, LEAVE_TICKS * PERIOD_NANOS),
          List.of(person, other),
          operator);
  private long index;

  /** A monitor that says what it is told to. */
  private static final class Says implements Monitor {
    private final Fault fault;
    private Reaction now = Reaction.NONE;

    Says(Fault fault) {
      this.fault = fault;
    }

    @Override
    public Fault fault() {
      return fault;
    }

    @Override
    public Reaction inspect(
        Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
      return now;
    }
  }

  private Mode tick() {
    tick.set(index, index * PERIOD_NANOS, 0);
    index++;
    return authority.update(
        tick, new MutableObservation(OBSERVATION), health, new MutableCommand(COMMAND));
  }

  private Mode ticks(int count) {
    for (int i = 1; i < count; i++) {
      tick();
    }
    return tick();
  }

  @BeforeEach
  void runThePolicy() {
    authority.restart();
    assertEquals(Mode.RUN_POLICY, ticks(3));
    assertFalse(authority.isReduced());
  }

  @Test
  void aPersonWhoComesNearReducesTheSpeedInTheSameTick() {
    person.now = Reaction.REDUCE;
    assertEquals(Mode.REDUCED_POLICY, tick());
    assertTrue(authority.isReduced());
    assertEquals(Fault.PERSON_NEAR.bit(), authority.faults());
  }

  @Test
  void itEndsOnceNobodyHasBeenNearForLongEnough() {
    person.now = Reaction.REDUCE;
    ticks(10);
    person.now = Reaction.NONE;
    assertEquals(Mode.REDUCED_POLICY, ticks(LEAVE_TICKS - 1));
    assertEquals(Mode.RUN_POLICY, tick());
    assertFalse(authority.isReduced());
  }

  @Test
  void aPersonWhoComesBackBeginsTheTimeAnew() {
    person.now = Reaction.REDUCE;
    tick();
    person.now = Reaction.NONE;
    ticks(LEAVE_TICKS / 2);
    person.now = Reaction.REDUCE;
    tick();
    person.now = Reaction.NONE;
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
    person.now = Reaction.REDUCE;
    tick();
    operator.restoreSpeed();
    assertEquals(Mode.REDUCED_POLICY, ticks(3 * LEAVE_TICKS));
  }

  @Test
  void whoeverDrivesDrivesSlowly() {
    person.now = Reaction.REDUCE;
    tick();
    health.humanDrives = true;
    assertEquals(Mode.REDUCED_HUMAN, tick());
    person.now = Reaction.NONE;
    assertEquals(Mode.RUN_HUMAN, ticks(LEAVE_TICKS));
    person.now = Reaction.REDUCE;
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
    person.now = Reaction.REDUCE;
    assertEquals(Mode.ARMED, tick());
    assertTrue(authority.isReduced(), "also while nobody drives");
    health.humanLost = false;
    assertEquals(Mode.REDUCED_HUMAN, tick());
  }

  @ParameterizedTest
  @EnumSource(names = {"HOLD", "STOP2", "STOP1", "STOP0"})
  void somethingStrongerDoesNotHideThePerson(Reaction stronger) {
    person.now = Reaction.REDUCE;
    other.now = stronger;
    tick();
    assertTrue(authority.isReduced());
  }

  @ParameterizedTest
  @EnumSource(names = {"LIMIT", "HOLD", "STOP2"})
  void nothingElseReducesTheSpeed(Reaction reaction) {
    other.now = reaction;
    tick();
    assertFalse(authority.isReduced());
  }

  @Test
  void aRestartForgetsThePersonButNotTheOperatorsWish() {
    person.now = Reaction.REDUCE;
    tick();
    person.now = Reaction.NONE;
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
