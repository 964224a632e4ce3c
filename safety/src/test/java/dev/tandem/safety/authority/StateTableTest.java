package dev.tandem.safety.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTableTest {
  private static final List<Mode> BY_STRENGTH =
      List.of(Mode.STOP2, Mode.STOP1, Mode.STOP0, Mode.FAULT);

  private final StateTable table = new StateTable();

  @Test
  void startsUpOneStepAtATime() {
    assertEquals(Mode.SELF_TEST, table.next(Mode.OFF, Event.TEST));
    assertEquals(Mode.READY, table.next(Mode.SELF_TEST, Event.TEST_PASSED));
    assertEquals(Mode.ARMED, table.next(Mode.READY, Event.ARM));
    assertEquals(Mode.READY, table.next(Mode.ARMED, Event.DISARM));
  }

  @ParameterizedTest
  @EnumSource(names = {"OFF", "SELF_TEST", "READY"})
  void nobodyDrivesBeforeTheRobotIsArmed(Mode mode) {
    assertFalse(table.next(mode, Event.POLICY_DRIVES).drives());
    assertFalse(table.next(mode, Event.HUMAN_DRIVES).drives());
  }

  @Test
  void reducedSpeedChangesNothingAboutWhoDrives() {
    assertEquals(Mode.REDUCED_POLICY, table.next(Mode.RUN_POLICY, Event.REDUCE));
    assertEquals(Mode.REDUCED_HUMAN, table.next(Mode.RUN_HUMAN, Event.REDUCE));
    assertEquals(Mode.RUN_POLICY, table.next(Mode.REDUCED_POLICY, Event.RESTORE));
    assertEquals(Mode.RUN_HUMAN, table.next(Mode.REDUCED_HUMAN, Event.RESTORE));
    assertEquals(Mode.REDUCED_HUMAN, table.next(Mode.REDUCED_POLICY, Event.HUMAN_DRIVES));
    assertEquals(Mode.REDUCED_POLICY, table.next(Mode.REDUCED_HUMAN, Event.POLICY_DRIVES));
    assertEquals(Mode.ARMED, table.next(Mode.REDUCED_POLICY, Event.NOBODY_DRIVES));
    assertEquals(Mode.ARMED, table.next(Mode.REDUCED_HUMAN, Event.NOBODY_DRIVES));
  }

  @ParameterizedTest
  @EnumSource(names = {"REDUCED_POLICY", "REDUCED_HUMAN"})
  void reducedSpeedEndsByNothingElse(Mode reduced) {
    for (Event event : EnumSet.of(Event.TEST, Event.ARM, Event.DISARM, Event.RECOVER)) {
      assertEquals(reduced, table.next(reduced, event), event.name());
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RUN_POLICY", "RUN_HUMAN"})
  void nobodyWhoDoesNotDriveIsSlowedDown(Mode mode) {
    assertEquals(mode, table.next(mode, Event.REDUCE));
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP2", "STOP1", "STOP0", "FAULT"})
  void nothingButARecoveryMakesAStopWeaker(Mode stop) {
    for (Event event : EnumSet.complementOf(EnumSet.of(Event.RECOVER))) {
      Mode next = table.next(stop, event);
      assertTrue(
          BY_STRENGTH.indexOf(next) >= BY_STRENGTH.indexOf(stop), stop + " " + event + " " + next);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRecoveryNeverLeadsToMotion(Mode mode) {
    Mode next = table.next(mode, Event.RECOVER);
    assertTrue(next == mode || !next.drives(), mode + " to " + next);
  }

  @ParameterizedTest
  @EnumSource(names = {"ARMED", "RUN_POLICY", "RUN_HUMAN", "REDUCED_POLICY", "REDUCED_HUMAN"})
  void everyStopCanBeReachedFromEveryPoweredMode(Mode mode) {
    assertEquals(Mode.STOP2, table.next(mode, Event.STOP2));
    assertEquals(Mode.STOP1, table.next(mode, Event.STOP1));
    assertEquals(Mode.STOP0, table.next(mode, Event.STOP0));
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_TEST", "READY"})
  void withoutPowerEveryStopIsThatOfCategoryZero(Mode mode) {
    for (Event stop : Set.of(Event.STOP0, Event.STOP1, Event.STOP2)) {
      assertEquals(Mode.STOP0, table.next(mode, stop));
    }
  }

  @Test
  void aStopGrowsStrongerInOneStepHoweverFarItIs() {
    assertEquals(Mode.STOP1, table.next(Mode.STOP2, Event.STOP1));
    assertEquals(Mode.STOP0, table.next(Mode.STOP2, Event.STOP0));
    assertEquals(Mode.STOP0, table.next(Mode.STOP1, Event.STOP0));
  }

  @Test
  void theWaysBackAreThese() {
    assertEquals(Mode.ARMED, table.next(Mode.STOP2, Event.RECOVER));
    assertEquals(Mode.STOP1, table.next(Mode.STOP1, Event.RECOVER));
    assertEquals(Mode.READY, table.next(Mode.STOP0, Event.RECOVER));
    assertEquals(Mode.FAULT, table.next(Mode.FAULT, Event.RECOVER));
  }

  @Test
  void aControlledStopOfCategoryOneEndsWithoutPower() {
    assertEquals(Mode.STOP0, table.next(Mode.STOP1, Event.AT_REST));
    assertEquals(Mode.STOP2, table.next(Mode.STOP2, Event.AT_REST));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsBrokenStaysBroken(Mode mode) {
    assertEquals(Mode.FAULT, table.next(mode, Event.BREAK));
    for (Event event : Event.values()) {
      assertEquals(Mode.FAULT, table.next(Mode.FAULT, event));
    }
  }
}
