package dev.tandem.app.train;

import java.util.List;
import java.util.Optional;

/**
 * What a run achieved; becomes {@code report.json}.
 *
 * @param checkpointHash SHA-256 of the final checkpoint's content, hexadecimal
 * @param cloned behaviour cloning of the same demonstrations on the same episodes, if there were
 *     any
 * @param interventionRateLast20 share of the last 20 training episodes' steps that the person
 *     drove; NaN when no episode was played
 * @param trained episodes of this run's training, without demonstrations
 * @param run the run's folder
 * @param resumedFrom folder of the run that this one went on from
 * @param learner which engine learnt, why, and how it multiplied
 * @param notWatched a line for each fault that nothing looked for
 */
public record RunReport(
    String checkpointHash,
    EvaluationSummary evaluation,
    Optional<EvaluationSummary> cloned,
    double trainSeconds,
    long envSteps,
    long updates,
    double interventionRateLast20,
    TrainedEpisodes trained,
    long seed,
    String run,
    Optional<String> resumedFrom,
    String learner,
    List<String> notWatched) {
  public RunReport {
    notWatched = List.copyOf(notWatched);
  }
}
