package dev.tandem.app.soak;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ticks in which it can be said which accelerations the chain asked for: its sensors told it where
 * the arm truly was, no tick was skipped, and the command was not just an older one once more. They
 * can be held against it where no limit had to give way in the last ticks, which stands in the
 * record of the tick after.
 */
final class HonestTicks {
  /** What had to give way comes back no faster than torques may change. */
  private static final int COMING_BACK_TICKS = 20;

  private static final long GAVE_WAY = Fault.QP_INFEASIBLE.bit() | Fault.QP_EXHAUSTED.bit();

  private final Block[] sensed;
  private final Block[] truths;
  private Optional<TickRecord> waiting = Optional.empty();
  private double[] lastCommand = {};
  private int sinceDoubtful;
  private int sinceGaveWay;

  /**
   * A tick that can be looked at.
   *
   * @param isJudged false where some limit had to give way: then it is only counted
   */
  record Told(TickRecord tick, boolean isJudged) {}

  HonestTicks(SignalSpec observation) {
    this.sensed = new Block[] {observation.block("q"), observation.block("qd")};
    this.truths =
        new Block[] {
          observation.block(TrueState.PREFIX + "q"), observation.block(TrueState.PREFIX + "qd")
        };
  }

  /** Nobody knows what was before the next tick. */
  void lose() {
    waiting = Optional.empty();
    sinceDoubtful = 0;
    sinceGaveWay = 0;
  }

  /**
   * The next tick; returns the one before it where that can be looked at.
   *
   * @param truth the same tick as the arm truly was
   */
  Optional<Told> next(TickRecord record, TickRecord truth, boolean powerless) {
    boolean gaveWay = (record.faults & GAVE_WAY) != 0;
    sinceGaveWay = gaveWay ? 0 : sinceGaveWay + 1;
    boolean isJudged = sinceGaveWay > COMING_BACK_TICKS;
    Optional<Told> told = waiting.map(tick -> new Told(tick, isJudged));
    boolean again = Arrays.equals(record.appliedCommand, lastCommand);
    boolean late = record.skippedTicks > 0;
    boolean doubtful = powerless || late || !isTold(record.observation);
    sinceDoubtful = doubtful ? 0 : sinceDoubtful + 1;
    boolean clear = sinceDoubtful > COMING_BACK_TICKS && !again;
    waiting = clear ? Optional.of(copy(truth)) : Optional.empty();
    lastCommand = record.appliedCommand.clone();
    return told;
  }

  private boolean isTold(double[] observation) {
    boolean same = true;
    for (int b = 0; b < sensed.length; b++) {
      for (int i = 0; i < sensed[b].size(); i++) {
        same &= observation[sensed[b].offset() + i] == observation[truths[b].offset() + i];
      }
    }
    return same;
  }

  private static TickRecord copy(TickRecord of) {
    double[] none = {};
    return new TickRecord(of.observation.clone(), none, none, none, of.appliedCommand.clone());
  }
}
