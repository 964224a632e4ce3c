package dev.tandem.app.soak;

import dev.tandem.app.bench.LimitChecker;
import dev.tandem.app.bench.LimitTable;
import dev.tandem.app.bench.WithheldCommands;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.journal.RunDescription;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the arm kept its limits: by what its drives were told, and by where it truly was, which a
 * soak records beside what its sensors said.
 */
final class LimitLedger {
  /** From the fastest set point to the slowest tool, at half of what the tool may brake with. */
  private static final int SLOWING_TICKS = 200;

  private final LimitTable table = new LimitTable();
  private final LimitChecker checker;
  private final int truthAt;
  private final int truths;
  private final HonestTicks honest;
  private final WithheldCommands withheld;
  private final List<Over> over = new ArrayList<>();
  private final Optional<SetPointLedger> setPoint;
  private long speeds;
  private boolean resumes;
  private long reducedTicks;

  private LimitLedger(Robot robot, SignalSpec arm, HonestTicks honest, int truthAt) {
    this.checker = new LimitChecker(robot, arm, table);
    this.honest = honest;
    this.truthAt = truthAt;
    this.truths = arm.size();
    this.setPoint = SetPointLedger.of(robot, table);
    this.withheld = new WithheldCommands(table);
  }

  /** Empty for a journal that has no {@link TrueState}. */
  static Optional<LimitLedger> of(RunDescription.Signals signals, Robot robot) {
    List<Channel> channels = signals.observation().channels();
    List<Channel> truths =
        channels.stream().filter(channel -> channel.name().startsWith(TrueState.PREFIX)).toList();
    if (truths.isEmpty()) {
      return Optional.empty();
    }
    SignalSpec arm = TrueState.armOf(truths);
    HonestTicks honest = new HonestTicks(signals.observation());
    return Optional.of(new LimitLedger(robot, arm, honest, channels.indexOf(truths.get(0))));
  }

  /** Accelerations are judged in {@link HonestTicks}, and counted where limits give way. */
  void accept(TickRecord record) {
    double[] truth = Arrays.copyOfRange(record.observation, truthAt, truthAt + truths);
    TickRecord of =
        new TickRecord(
            truth,
            record.requestedAction,
            record.appliedAction,
            record.proposedCommand,
            record.appliedCommand);
    if (resumes) {
      checker.follow(of);
      honest.lose();
      withheld.lose();
    }
    resumes = false;
    long before = violations();
    boolean powerless = withheld.isPowerless(record);
    of.tick = record.tick;
    checker.check(
        of, new LimitChecker.State(powerless, isReduced(record), LimitChecker.Asked.UNKNOWN));
    honest
        .next(record, of, powerless)
        .ifPresent(told -> checker.checkAsked(told.tick(), told.givesWay()));
    setPoint.ifPresent(ledger -> ledger.accept(record));
    if (violations() > before) {
      long speedsNow = speeds();
      over.add(new Over(record.tick, violations() - before == speedsNow - speeds));
      speeds = speedsNow;
    }
  }

  /** For so long that the tool, whatever it did before, must have come down to its speed. */
  private boolean isReduced(TickRecord record) {
    reducedTicks = reduces(record) ? reducedTicks + 1 : 0;
    return reducedTicks > SLOWING_TICKS;
  }

  static boolean reduces(TickRecord record) {
    return record.mode == Mode.REDUCED_POLICY || record.mode == Mode.REDUCED_HUMAN;
  }

  /** Nobody knows what the drives were told meanwhile. */
  void gap() {
    resumes = true;
    setPoint.ifPresent(SetPointLedger::lose);
  }

  /** When limits were broken, in order. */
  List<Over> over() {
    return over;
  }

  /**
   * A tick in which limits were broken.
   *
   * @param onlySpeed whether those were of speeds, which somebody may have pushed the arm to
   */
  record Over(long tick, boolean onlySpeed) {}

  private long speeds() {
    long[] sum = new long[1];
    table.forEach((name, worst, broken) -> sum[0] += name.contains("speed") ? broken : 0);
    return sum[0];
  }

  long violations() {
    return table.violations();
  }

  /** Of the limits that could be judged. */
  JsonObject json() {
    JsonObject figures =
        new JsonObject()
            .put("limit_violations", violations())
            .put("withheld_ticks", withheld.ticks());
    table.forEach(
        (name, worst, over) -> {
          if (worst > Double.NEGATIVE_INFINITY) {
            figures.put("worst_" + name, worst).put("over_" + name, over);
          }
        });
    return figures;
  }
}
