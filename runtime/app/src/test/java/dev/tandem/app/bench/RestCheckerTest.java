package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.safety.authority.AuthorityConfig;
import org.junit.jupiter.api.Test;

/** Two joints that are slowed down by hand; 0.02 rad/s is rest, 0.5 s may pass until then. */
final class RestCheckerTest {
  private static final SignalSpec SPEC = new SignalSpec("arm", SignalSpec.block("qd", "rad/s", 2));

  private final LimitTable table = new LimitTable();
  private final RestChecker checker =
      new RestChecker(AuthorityConfig.robot(), SPEC.block("qd"), table);
  private final TickRecord record = new TickRecord(SPEC, SPEC, SPEC);

  private void ticks(int many, Mode mode, double radPerS) {
    for (int i = 0; i < many; i++) {
      record.startNanos += 1_000_000;
      record.mode = mode;
      record.observation[1] = -radPerS;
      checker.check(record);
    }
  }

  private LimitTable.Row row() {
    return table.rows().get(0);
  }

  @Test
  void aStopThatComesToRestInTimeIsNone() {
    ticks(3, Mode.RUN_POLICY, 2);
    assertFalse(checker.rests());
    ticks(500, Mode.STOP2, 0.5);
    ticks(400, Mode.STOP2, 0.02);
    assertTrue(checker.rests());
    ticks(1, Mode.ARMED, 0.02);
    assertEquals(0.5, row().worst(), 1e-9);
    assertEquals(0, table.violations());
  }

  @Test
  void oneThatTakesLongerIsCountedOnce() {
    ticks(200, Mode.STOP2, 0.5);
    ticks(301, Mode.STOP1, 0.021);
    ticks(400, Mode.STOP1, 0);
    ticks(5, Mode.STOP0, 0);
    ticks(5, Mode.READY, 0);
    assertEquals(0.501, row().worst(), 1e-9);
    assertEquals(1, table.violations());
  }

  @Test
  void oneThatTakesThePowerIsOverAndHowFastTheArmStillWasIsShown() {
    ticks(500, Mode.STOP1, 0.3);
    ticks(1, Mode.STOP0, 0.25);
    ticks(400, Mode.STOP0, 0);
    ticks(1, Mode.READY, 0);
    assertEquals(0.5, row().worst(), 1e-9);
    assertEquals(0, table.violations());
    LimitTable.Row shown = table.rows().get(1);
    assertEquals(0.25, shown.worst());
    assertEquals(1, shown.over());
    ticks(100, Mode.STOP1, 0.01);
    ticks(9, Mode.STOP0, 0);
    assertEquals(2, shown.seen(), "once a stop");
    assertEquals(1, shown.over());
  }

  @Test
  void whereThereWasNoPowerToTakeThereIsNothingToShow() {
    ticks(5, Mode.READY, 0);
    ticks(5, Mode.STOP0, 0);
    assertEquals(0, table.rows().get(1).seen());
  }

  @Test
  void soIsOneThatMovesOnceMore() {
    ticks(100, Mode.STOP2, 0.5);
    ticks(450, Mode.STOP2, 0);
    ticks(1, Mode.STOP2, 0.03);
    ticks(1, Mode.ARMED, 0);
    assertEquals(0.551, row().worst(), 1e-9);
    assertEquals(1, table.violations());
  }
}
