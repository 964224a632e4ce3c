package dev.tandem.app.train;

/**
 * Deterministic episodes without a person.
 *
 * @param label which policy: {@code policy} or {@code cloned}
 * @param envSteps training steps at the time
 * @param meanCycleSeconds of the successful episodes; NaN when there was none
 */
public record EvaluationSummary(
    String label,
    long envSteps,
    int episodes,
    int successes,
    double meanReturn,
    double meanCycleSeconds) {

  public double successRate() {
    return (double) successes / episodes;
  }
}
