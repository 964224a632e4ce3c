package dev.tandem.app.soak;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.bench.LimitTable;
import dev.tandem.app.bench.SetPointChecker;
import dev.tandem.app.robot.ReducedFigures;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.SetPointFigures;
import dev.tandem.runtime.record.TickRecord;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the set point travelled within its limits, in ticks that say where it was and follow each
 * other: after a stop it begins anew, where the tool then is.
 */
final class SetPointLedger {
  private static final double DT_SECONDS = Rig.PERIOD_NANOS * 1e-9;

  private final SetPointChecker line;
  private final SetPointChecker turn;

  private SetPointLedger(SetPointFigures of, ReducedFigures reduced, LimitTable table) {
    this.line = SetPointChecker.ofLine(of, reduced, DT_SECONDS, table);
    this.turn = SetPointChecker.ofTurn(of, reduced, DT_SECONDS, table);
  }

  /** Empty for a robot whose set point has no limits. */
  static Optional<SetPointLedger> of(Robot robot, LimitTable table) {
    ReducedFigures reduced = robot.file().reduced();
    return robot.file().setPoint().map(figures -> new SetPointLedger(figures, reduced, table));
  }

  void accept(TickRecord record) {
    if (!record.hasSetPoint || record.skippedTicks > 0) {
      lose();
    }
    if (record.hasSetPoint) {
      double[] pose = Arrays.copyOf(record.setPoint, 16);
      line.check(pose, LimitLedger.reduces(record));
      turn.check(pose, LimitLedger.reduces(record));
    }
  }

  /** Nobody knows where it was before the next tick. */
  void lose() {
    line.lose();
    turn.lose();
  }
}
