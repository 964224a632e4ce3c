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
 * need not be kept where some limit had to give way, which stands in the record of the tick after,
 * nor in the first one that can be told, to which they come from anywhere.
 */
final class HonestTicks {
  /** Until what was told wrongly is no part of what the chain believes. */
  private static final int DOUBTFUL_TICKS = 20;

  private static final long GAVE_WAY = Fault.QP_INFEASIBLE.bit() | Fault.QP_EXHAUSTED.bit();

  private final Block[] sensed;
  private final Block[] truths;
  private Optional<TickRecord> waiting = Optional.empty();
  private double[] lastCommand = {};
  private int sinceDoubtful;
  private boolean gaveWay = true;

  /**
   * A tick that can be looked at.
   *
   * @param givesWay where some limit had to, in it or since the last one told
   */
  record Told(TickRecord tick, boolean givesWay) {}

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
    gaveWay = true;
  }

  /**
   * The next tick; returns the one before it where that can be looked at.
   *
   * @param truth the same tick as the arm truly was
   */
  Optional<Told> next(TickRecord record, TickRecord truth, boolean powerless) {
    gaveWay |= (record.faults & GAVE_WAY) != 0;
    Optional<Told> told = waiting.map(tick -> new Told(tick, gaveWay));
    gaveWay &= told.isEmpty();
    boolean again = Arrays.equals(record.appliedCommand, lastCommand);
    boolean late = record.skippedTicks > 0;
    boolean doubtful = powerless || late || !isTold(record.observation);
    sinceDoubtful = doubtful ? 0 : sinceDoubtful + 1;
    gaveWay |= doubtful;
    boolean clear = sinceDoubtful > DOUBTFUL_TICKS && !again;
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
