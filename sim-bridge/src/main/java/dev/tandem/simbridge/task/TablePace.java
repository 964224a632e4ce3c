package dev.tandem.simbridge.task;

/**
 * How often a task at a table is decided, how long, and by how much.
 *
 * @param ticksPerDecision control ticks of 2 ms, each one physics step
 * @param horizonSteps decisions until time is up
 * @param discount per decision
 * @param maxStepMetres by which an action moves the arm's target along an axis at the most
 */
record TablePace(int ticksPerDecision, int horizonSteps, double discount, double maxStepMetres) {
  /** One control tick is one physics step. */
  static final long PERIOD_NANOS = 2_000_000;

  /** Ten decisions a second, for twelve seconds. */
  static final TablePace UNHURRIED = new TablePace(50, 120, 0.97, 0.05);

  /** From one decision to the next. */
  double decisionSeconds() {
    return ticksPerDecision * (PERIOD_NANOS * 1e-9);
  }
}
