package dev.tandem.app.bench;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.record.TickRecord;

/**
 * In which ticks drives got no command: by what records say of power and gate, never by the command
 * alone. One that is all zero while there is power is a command as any other, unless the gate
 * refused what was proposed, and made the drives safe instead; then the next tick must have no
 * power.
 */
public final class WithheldCommands {
  private final LimitTable.Row goingOn;
  private boolean refused;
  private boolean powerless = true;
  private long ticks;

  /** Adds to {@code table} that nothing is driven on after a refusal. */
  public WithheldCommands(LimitTable table) {
    this.goingOn = table.addSign("powered_after_a_refused_command");
  }

  /** Nobody knows what was before the next tick. */
  public void lose() {
    refused = false;
    powerless = true;
  }

  /** Of the next tick: whether its drives got no command. */
  public boolean isPowerless(TickRecord tick) {
    boolean powered = tick.mode.isPowered();
    if (refused) {
      goingOn.saw(powered ? 1 : 0);
    }
    boolean nothing = powered && isZero(tick.appliedCommand);
    refused = nothing && tick.verdict == Verdict.STOP;
    boolean hasNothingYet = nothing && powerless && isBlind(tick.observation);
    ticks += refused || hasNothingYet ? 1 : 0;
    powerless = !powered || refused || hasNothingYet;
    return powerless;
  }

  /** Ticks with power in which the gate withheld the command. */
  public long ticks() {
    return ticks;
  }

  private static boolean isZero(double[] torqueNm) {
    boolean zero = true;
    for (double of : torqueNm) {
      zero &= of == 0;
    }
    return zero;
  }

  /** Then there is nothing to compute the first command with power from. */
  private static boolean isBlind(double[] observation) {
    boolean finite = true;
    for (double value : observation) {
      finite &= Double.isFinite(value);
    }
    return !finite;
  }
}
