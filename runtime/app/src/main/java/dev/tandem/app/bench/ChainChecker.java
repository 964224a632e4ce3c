package dev.tandem.app.bench;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.function.LongSupplier;

/**
 * Every limit of an arm with its whole chain, in every tick, driven or stopping: what it did, what
 * it was told, its set point, and whether its stops came to rest.
 */
final class ChainChecker {
  private static final double DT_SECONDS = Rig.PERIOD_NANOS * 1e-9;

  private final LimitChecker arm;
  private final SetPointChecker line;
  private final SetPointChecker turn;
  private final RestChecker rest;
  private final WithheldCommands withheld;
  private final LongSupplier relaxed;
  private final double[] pose = new double[16];
  private boolean setPointRests = true;
  private long relaxedTicks;

  /**
   * Adds its limits to {@code table}.
   *
   * @param relaxed in how many ticks limits had to give way, by the filters' word; asked only in
   *     which row of the table an acceleration is counted
   */
  ChainChecker(Robot limits, SignalSpec observation, LongSupplier relaxed, LimitTable table) {
    var setPoint = limits.file().setPoint().orElseThrow();
    var reduced = limits.file().reduced();
    this.arm = new LimitChecker(limits, observation, table);
    this.line = SetPointChecker.ofLine(setPoint, reduced, DT_SECONDS, table);
    this.turn = SetPointChecker.ofTurn(setPoint, reduced, DT_SECONDS, table);
    this.rest = new RestChecker(limits.file().authority(), observation, table);
    this.withheld = new WithheldCommands(table);
    this.relaxed = relaxed;
  }

  /** The arm was put elsewhere, and its brakes hold it there. */
  void restart() {
    arm.restart();
    setPointRests = true;
  }

  /** The next tick. */
  void check(TickRecord tick, boolean reduced) {
    boolean powerless = withheld.isPowerless(tick);
    arm.check(tick, new LimitChecker.State(powerless, reduced, asked()));
    rest.check(tick);
    setPoint(tick, reduced);
  }

  private LimitChecker.Asked asked() {
    boolean gaveWay = relaxed.getAsLong() > relaxedTicks;
    relaxedTicks = relaxed.getAsLong();
    return gaveWay ? LimitChecker.Asked.WHERE_LIMITS_GIVE_WAY : LimitChecker.Asked.WITHIN_LIMITS;
  }

  /** After a stop it begins at rest where the tool is, before anybody drives. */
  private void setPoint(TickRecord tick, boolean reduced) {
    if (!tick.hasSetPoint || !tick.mode.isPowered()) {
      setPointRests = true;
      return;
    }
    System.arraycopy(tick.setPoint, 0, pose, 0, TickRecord.POSE);
    if (setPointRests) {
      line.rests(pose);
      turn.rests(pose);
    }
    setPointRests = false;
    line.check(pose, reduced);
    turn.check(pose, reduced);
  }

  /** Ticks with power in which the gate withheld the command. */
  long withheldTicks() {
    return withheld.ticks();
  }

  /** Of all stops those that took the power of an arm in motion. */
  double notAtRestShare() {
    return rest.notAtRestShare();
  }

  /** Whether no joint truly moves. */
  boolean rests() {
    return rest.rests();
  }
}
