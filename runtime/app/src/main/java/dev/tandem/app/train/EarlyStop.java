package dev.tandem.app.train;

import dev.tandem.app.settings.RunSettings;
import java.util.function.LongFunction;

/** Measures the policy every so many environment steps; good enough ends the training. */
final class EarlyStop {
  private final int everySteps;
  private final double goodRate;
  private final LongFunction<EvaluationSummary> evaluation;
  private long nextSteps;

  /**
   * Counts from the first step.
   *
   * @param evaluation of the policy after so many environment steps
   */
  EarlyStop(RunSettings settings, LongFunction<EvaluationSummary> evaluation) {
    this.everySteps = settings.evaluation().everySteps();
    this.goodRate = settings.stopAt();
    this.evaluation = evaluation;
    this.nextSteps = everySteps;
  }

  /** Evaluates when it is due; true when the policy reached {@code stop_at}. */
  boolean isGood(long envSteps) {
    if (everySteps == 0 || envSteps < nextSteps) {
      return false;
    }
    nextSteps = (envSteps / everySteps + 1) * everySteps;
    return evaluation.apply(envSteps).successRate() >= goodRate;
  }
}
