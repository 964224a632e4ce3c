package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.safety.authority.AuthorityConfig;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Emergency stop, protective stop and enabling device, at random phases and in random states of the
 * robot, each followed until the arm is at rest; {@code -Dtandem.injections=100000} for the whole
 * claim, which takes a core more than a minute.
 */
final class StopInjectionTest {
  private static final int INJECTIONS = Integer.getInteger("tandem.injections", 3000);
  private static final long SEED = 20_260_101;
  private static final int LONGEST_PHASE_TICKS = 40;
  private static final int UNDER_WAY_TICKS = 200;
  private static final int UNDER_WAY_ONE_IN = 8;
  private static final double UNDER_WAY_RAD_PER_S = 0.2;
  private static final int LONGEST_FAULT_TICKS = 25;

  /** A joint that swings back passes through rest, and is not there yet. */
  private static final int RESTING_TICKS = 60;

  private static final Set<Mode> AT_WORK =
      EnumSet.of(
          Mode.READY,
          Mode.ARMED,
          Mode.RUN_POLICY,
          Mode.RUN_HUMAN,
          Mode.REDUCED_POLICY,
          Mode.REDUCED_HUMAN);

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final PressedStop cell = new PressedStop();
  private final FaultRig rig = FaultRig.driving(cell, FaultRig.LIMITS, manyRecoveries());
  private final RestWatch rest = new RestWatch(rig);
  private final Map<Mode, Integer> states = new EnumMap<>(Mode.class);
  private int underWay;

  /** Recoveries are limited elsewhere; here each injection needs one. */
  private static AuthorityConfig manyRecoveries() {
    return new AuthorityConfig(20_000_000, 0.02, 500_000_000, 1_000_000, 10_000_000);
  }

  @Test
  void everyStopComesInItsTickBringsTheArmToRestAndNoneEndsWithoutAPerson() {
    for (int i = 0; i < INJECTIONS; i++) {
      drive();
      Mode before = rig.authority.mode();
      states.merge(before, 1, Integer::sum);
      inject(i, before);
      recover(i);
    }
    for (Mode mode : AT_WORK) {
      assertTrue(states.getOrDefault(mode, 0) > INJECTIONS / 50, mode + " of " + states);
    }
    assertTrue(underWay > INJECTIONS / 50, "under way: " + underWay);
    assertEquals(INJECTIONS, states.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** Somebody, or nobody, drives for a random while. */
  private void drive() {
    if (random.nextBoolean()) {
      rig.operator.reduceSpeed();
    } else {
      rig.operator.restoreSpeed();
    }
    int kind = random.nextInt(8);
    cell.personDrives = kind == 0 || kind == 1;
    if (kind == 2) {
      rig.operator.disarm();
    } else if (kind > 3) {
      rig.operator.handBack();
    }
    int longer = random.nextInt(UNDER_WAY_ONE_IN) == 0 ? UNDER_WAY_TICKS : 0;
    ticks(1 + random.nextInt(LONGEST_PHASE_TICKS) + longer);
  }

  private void inject(int number, Mode before) {
    PressedStop.Input input = PressedStop.Input.any(random);
    double[] bad = {0, 2, -1, 0.5};
    cell.channel = rig.at(input.channel);
    cell.value = bad[random.nextInt(bad.length)];
    String where = "injection " + number + ", " + input + " in " + before + ", seed " + SEED;
    rest.begin();
    underWay += rest.fastestRadPerS() > UNDER_WAY_RAD_PER_S ? 1 : 0;
    Fault first = before.isStop() ? rig.authority.cause() : input.fault;
    assertEquals(input.expectedFrom(before), rig.tick(), where);
    assertEquals(first, rig.authority.cause(), where);
    assertTrue(rig.record.mode.isStop(), where);
    tempt(where, random.nextInt(LONGEST_FAULT_TICKS), input.mode);
    cell.channel = -1;
    for (int i = 0; i < RestWatch.ALLOWED_TICKS && rest.ticksAtRest() < RESTING_TICKS; i++) {
      tempt(where, 1, input.mode);
    }
    assertTrue(rest.ticksAtRest() >= RESTING_TICKS, () -> where + rest.fastestRadPerS());
    assertTrue(rest.ticksToRest() < RestWatch.ALLOWED_TICKS, where);
    assertTrue(rig.tick() != Mode.STOP1, where + ": without power");
  }

  /** Everything that is no recovery is asked for; the stop stays, or grows. */
  private void tempt(String where, int ticks, Mode least) {
    for (int i = 0; i < ticks; i++) {
      switch (random.nextInt(12)) {
        case 0 -> rig.operator.arm();
        case 1 -> rig.operator.handBack();
        case 2 -> rig.operator.test();
        case 3 -> rig.operator.disarm();
        case 4 -> cell.personDrives = !cell.personDrives;
        default -> {}
      }
      Mode now = rig.tick();
      rest.look();
      assertTrue(now.isStop() && now.compareTo(least) >= 0, () -> where + ", found " + now);
    }
  }

  private void recover(int number) {
    cell.personDrives = false;
    rig.operator.recover("injection " + number + " was looked at");
    ticks(1);
    rig.operator.arm();
    ticks(1);
    assertEquals(Mode.ARMED, rig.authority.mode(), () -> "after injection " + number);
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      rig.tick();
    }
  }
}
