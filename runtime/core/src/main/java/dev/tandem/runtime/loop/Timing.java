package dev.tandem.runtime.loop;

/**
 * How often a loop ticks, and how long a tick may take.
 *
 * @param periodNanos from tick to tick
 * @param phaseNanos of the deadlines after whole multiples of the period on the clock, so that
 *     loops on one core can keep out of each other's way
 * @param budgetNanos from the wake-up until the command must be checked; a tick that takes longer
 *     repeats the last safe command
 */
public record Timing(long periodNanos, long phaseNanos, long budgetNanos) {
  private static final double BUDGET_SHARE = 0.3;

  public Timing {
    if (!(periodNanos > 0 && budgetNanos > 0)) {
      throw new IllegalArgumentException(
          "periodNanos and budgetNanos must be > 0, got " + periodNanos + " and " + budgetNanos);
    }
    if (!(phaseNanos >= 0 && phaseNanos < periodNanos)) {
      throw new IllegalArgumentException(
          "phaseNanos must be >= 0 and < the period of " + periodNanos + ", got " + phaseNanos);
    }
  }

  /** With 30 % of each period for the tick: 300 us at 1 kHz. */
  public static Timing every(long periodNanos) {
    return new Timing(periodNanos, 0, Math.round(BUDGET_SHARE * periodNanos));
  }

  /** The same, with deadlines {@code phaseNanos} after whole multiples of the period. */
  public Timing at(long phaseNanos) {
    return new Timing(periodNanos, phaseNanos, budgetNanos);
  }
}
