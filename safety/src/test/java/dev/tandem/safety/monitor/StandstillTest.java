package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop of category 2 stays powered: the robot must stay where it came to rest. */
class StandstillTest {
  private static final double REST_RAD_PER_S = 0.02;
  private static final double STANDSTILL_RAD = 0.0625;
  private static final double RESTED_AT_RAD = -0.25;

  private final Watched arm = new Watched();
  private final StandstillMonitor monitor =
      new StandstillMonitor(Watched.OBSERVATION, REST_RAD_PER_S, STANDSTILL_RAD);

  private void at(int joint, double rad) {
    arm.set("q." + joint, rad);
  }

  private void stopAndRest() {
    at(0, RESTED_AT_RAD);
    at(6, 0);
    arm.health.mode = Mode.STOP2;
    assertEquals(Reaction.NONE, arm.after(3, monitor));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void anArmThatCreepsAwayFromWhereItRestedLosesItsPower(int sign) {
    stopAndRest();
    arm.set("qd.0", sign * REST_RAD_PER_S / 2);
    at(0, RESTED_AT_RAD + sign * STANDSTILL_RAD);
    assertEquals(Reaction.NONE, arm.after(3, monitor), "as far as it may");
    at(0, RESTED_AT_RAD + sign * (STANDSTILL_RAD + 1e-6));
    assertEquals(Reaction.STOP1, arm.after(1, monitor));
    assertEquals(Reaction.STOP1, arm.after(3, monitor));
    assertEquals(Fault.STANDSTILL_LOST, monitor.fault());
  }

  @Test
  void theLastJointIsWatchedToo() {
    stopAndRest();
    at(6, 0.1);
    assertEquals(Reaction.STOP1, arm.after(1, monitor));
  }

  @Test
  void onItsWayToRestAnArmHasNoPlaceYet() {
    arm.health.mode = Mode.STOP2;
    arm.set("qd.6", -REST_RAD_PER_S - 1e-6);
    arm.after(3, monitor);
    at(0, 1);
    assertEquals(Reaction.NONE, arm.after(3, monitor));
    arm.set("qd.6", -REST_RAD_PER_S);
    assertEquals(Reaction.NONE, arm.after(3, monitor));
    arm.set("qd.6", 1);
    at(0, 0);
    assertEquals(Reaction.STOP1, arm.after(1, monitor), "at its speed of rest it rested");
  }

  @ParameterizedTest
  @EnumSource(names = {"READY", "ARMED", "RUN_POLICY", "STOP1", "STOP0"})
  void inEveryOtherModeItMayMove(Mode mode) {
    arm.health.mode = mode;
    arm.after(3, monitor);
    at(0, 1);
    assertEquals(Reaction.NONE, arm.after(3, monitor));
  }

  @Test
  void theNextStopHasAPlaceOfItsOwn() {
    stopAndRest();
    arm.health.mode = Mode.RUN_POLICY;
    at(0, 1);
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    arm.health.mode = Mode.STOP2;
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    at(0, RESTED_AT_RAD);
    assertEquals(Reaction.STOP1, arm.after(1, monitor));
  }

  @Test
  void anArmThatWasPutElsewhereRestsThere() {
    stopAndRest();
    monitor.restart();
    at(0, 1);
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "NaN, 1", "1, NaN"})
  void bothFiguresAreMoreThanNothing(double rest, double standstill) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new StandstillMonitor(Watched.OBSERVATION, rest, standstill));
  }
}
