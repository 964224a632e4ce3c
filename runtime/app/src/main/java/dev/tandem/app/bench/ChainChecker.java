package dev.tandem.app.bench;

import dev.tandem.app.assembly.ArmControl;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.SignalSpec;

/** Every limit of an arm with its whole chain: what it did, what it was told, and its set point. */
final class ChainChecker {
  private static final double DT_SECONDS = Rig.PERIOD_NANOS * 1e-9;

  /** What had to give way comes back no faster than torques may change. */
  private static final int COMING_BACK_TICKS = 20;

  private final LimitChecker arm;
  private final SetPointChecker line;
  private final SetPointChecker turn;
  private long relaxedTicks;
  private int sinceYielded;

  /** Adds its limits to {@code table}. */
  ChainChecker(Robot limits, SignalSpec observation, LimitTable table) {
    var setPoint = limits.file().setPoint().orElseThrow();
    var reduced = limits.file().reduced();
    this.arm = new LimitChecker(limits, observation, table);
    this.line = SetPointChecker.ofLine(setPoint, reduced, DT_SECONDS, table);
    this.turn = SetPointChecker.ofTurn(setPoint, reduced, DT_SECONDS, table);
  }

  /** The drives hold the arm before the next tick, and the set point rests. */
  void restart(ArmControl driven) {
    arm.restart();
    relaxedTicks = driven.barriers().relaxedTicks();
    line.rests(setPoint(driven));
    turn.rests(setPoint(driven));
  }

  /** The next tick. */
  void check(TickRecord tick, ArmControl driven, boolean reduced) {
    long relaxed = driven.barriers().relaxedTicks();
    sinceYielded = relaxed > relaxedTicks ? 0 : sinceYielded + 1;
    relaxedTicks = relaxed;
    boolean yields = sinceYielded < COMING_BACK_TICKS;
    arm.check(tick, new LimitChecker.State(driven.gate().isStopped(), reduced, yields));
    line.check(setPoint(driven), reduced);
    turn.check(setPoint(driven), reduced);
  }

  private static double[] setPoint(ArmControl driven) {
    return driven.setPoint().poseInBase().orElseThrow();
  }
}
