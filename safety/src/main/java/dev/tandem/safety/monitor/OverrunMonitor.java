package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F15, F39: ticks that took longer than their budget, whose command was the one before. Three in a
 * row, or five within a second: category 2. Ten times as many in a row: category 1, for a loop that
 * cannot keep its time for so long cannot hold a robot either.
 */
public final class OverrunMonitor implements Monitor {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final int LASTING = 10;
  private static final long LONG_AGO = Long.MIN_VALUE / 2;

  private final long budgetNanos;
  private final int inARow;
  private final long[] seenNanos;
  private int seen;
  private int row;

  /**
   * @param budgetNanos of a tick, from its wake-up to its record
   */
  public OverrunMonitor(long budgetNanos, MonitorConfig.Timing config) {
    this.budgetNanos = budgetNanos;
    this.inARow = config.overrunsInARow();
    this.seenNanos = new long[config.overrunsASecond()];
    restart();
  }

  @Override
  public Fault fault() {
    return Fault.OVERRUN;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    if (health.lastExecutionNanos <= budgetNanos) {
      row = 0;
      return Reaction.NONE;
    }
    row++;
    if (row >= LASTING * inARow) {
      return Reaction.STOP1;
    }
    seenNanos[seen % seenNanos.length] = tick.startNanos();
    seen++;
    long firstNanos = seenNanos[seen % seenNanos.length];
    boolean many = tick.startNanos() - firstNanos < SECOND_NANOS;
    return row >= inARow || many ? Reaction.STOP2 : Reaction.LIMIT;
  }

  @Override
  public void restart() {
    row = 0;
    seen = 0;
    for (int i = 0; i < seenNanos.length; i++) {
      seenNanos[i] = LONG_AGO;
    }
  }
}
