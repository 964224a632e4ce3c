package dev.tandem.app.train;

import dev.tandem.runtime.guard.Fault;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Deterministic episodes without a person.
 *
 * @param label which policy: {@code policy} or {@code cloned}
 * @param envSteps training steps at the time
 * @param meanReturn of all episodes, as far as they went
 * @param meanCycleSeconds of the successful episodes; NaN when there was none
 * @param stops how many episodes the safety layer ended, by what each stop began with
 */
public record EvaluationSummary(
    String label,
    long envSteps,
    int episodes,
    int successes,
    double meanReturn,
    double meanCycleSeconds,
    SortedMap<Fault, Integer> stops) {
  public EvaluationSummary {
    stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
  }

  /** Without a stop. */
  public EvaluationSummary(
      String label,
      long envSteps,
      int episodes,
      int successes,
      double meanReturn,
      double meanCycleSeconds) {
    this(label, envSteps, episodes, successes, meanReturn, meanCycleSeconds, new TreeMap<>());
  }

  /** Episodes that the safety layer ended. */
  public int stopped() {
    return stops.values().stream().mapToInt(Integer::intValue).sum();
  }

  public double successRate() {
    return (double) successes / episodes;
  }
}
