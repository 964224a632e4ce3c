package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two joints that are slowed down by hand; 0.02 rad/s is rest, 0.5 s may pass until then, and none
 * may go 0.05 rad from there.
 */
final class RestCheckerTest {
  private static final SignalSpec SPEC =
      new SignalSpec(
          "arm",
          List.of(
              Channel.of("q.0", "rad"),
              Channel.of("q.1", "rad"),
              Channel.of("qd.0", "rad/s"),
              Channel.of("qd.1", "rad/s")));
  private static final String DURATION = "power_taken_in_time_s";
  private static final String STANDSTILL = "left_standstill_rad";
  private static final String SPEED = "speed_when_a_stop_took_the_power_rad_per_s";

  private final LimitTable table = new LimitTable();
  private final RestChecker checker =
      new RestChecker(Robot.shipped().file().authority(), SPEC, table);
  private final TickRecord record = new TickRecord(SPEC, SPEC, SPEC);

  private LimitTable.Row row(String name) {
    return table.rows().stream().filter(row -> row.name.equals(name)).findFirst().orElseThrow();
  }

  private void ticks(int many, Mode mode, double radPerS) {
    for (int i = 0; i < many; i++) {
      record.startNanos += 1_000_000;
      record.mode = mode;
      record.observation[SPEC.indexOf("qd.1")] = -radPerS;
      checker.check(record);
    }
  }

  private void turnTo(double rad) {
    record.observation[SPEC.indexOf("q.0")] = rad;
  }

  @Test
  void aStopThatComesToRestInTimeBreaksNothing() {
    ticks(3, Mode.RUN_POLICY, 2);
    assertFalse(checker.rests());
    ticks(500, Mode.STOP2, 0.5);
    ticks(400, Mode.STOP2, 0.02);
    assertTrue(checker.rests());
    ticks(1, Mode.ARMED, 0.02);
    assertEquals(0.5, row(DURATION).worst(), 1e-9);
    assertEquals(0, table.violations());
  }

  @Test
  void oneThatTakesLongerIsCountedOnce() {
    ticks(200, Mode.STOP2, 0.5);
    ticks(301, Mode.STOP1, 0.021);
    ticks(400, Mode.STOP1, 0);
    ticks(5, Mode.STOP0, 0);
    ticks(5, Mode.READY, 0);
    assertEquals(0.501, row(DURATION).worst(), 1e-9);
    assertEquals(1, table.violations());
  }

  @Test
  void aJointThatLeavesWhereItCameToRestIsFound() {
    ticks(100, Mode.STOP2, 0.5);
    turnTo(1);
    ticks(9, Mode.STOP2, 0);
    turnTo(1.0499);
    ticks(9, Mode.STOP2, 0.03);
    assertEquals(0, table.violations());
    assertEquals(0.0499, row(STANDSTILL).worst(), 1e-9);
    turnTo(0.949);
    ticks(1, Mode.STOP1, 0.03);
    assertEquals(1, row(STANDSTILL).over());
    assertEquals(1, table.violations());
    turnTo(0.5);
    ticks(1, Mode.STOP0, 0);
    assertEquals(1, row(STANDSTILL).over(), "without power it is the brakes'");
  }

  @Test
  void theNextStopHasAPlaceOfItsOwn() {
    ticks(9, Mode.STOP2, 0);
    turnTo(1);
    ticks(9, Mode.RUN_POLICY, 1);
    ticks(9, Mode.STOP2, 0);
    assertEquals(0, table.violations());
    assertEquals(2, row(DURATION).seen());
  }

  @Test
  void oneThatTakesThePowerIsOverAndHowFastTheArmStillWasIsShown() {
    ticks(500, Mode.STOP1, 0.3);
    ticks(1, Mode.STOP0, 0.25);
    ticks(400, Mode.STOP0, 0);
    ticks(1, Mode.READY, 0);
    assertEquals(0.5, row(DURATION).worst(), 1e-9);
    assertEquals(0, table.violations());
    LimitTable.Row shown = row(SPEED);
    assertEquals(0.25, shown.worst());
    assertEquals(1, shown.over());
    assertEquals(1, checker.notAtRestShare());
    ticks(100, Mode.STOP1, 0.01);
    ticks(9, Mode.STOP0, 0);
    assertEquals(2, shown.seen(), "once a stop");
    assertEquals(0.5, checker.notAtRestShare());
    assertEquals(1, shown.over());
  }

  @Test
  void whereThereWasNoPowerToTakeThereIsNothingToShow() {
    ticks(5, Mode.READY, 0);
    ticks(5, Mode.STOP0, 0);
    assertEquals(0, row(SPEED).seen());
  }
}
