package dev.tandem.app.train;

/**
 * What a run achieved; becomes {@code report.json}.
 *
 * @param checkpointHash SHA-256 of the final checkpoint's content, hexadecimal
 * @param run the run's folder
 */
public record RunReport(
    String checkpointHash,
    EvaluationSummary evaluation,
    EvaluationSummary cloned,
    double trainSeconds,
    long envSteps,
    long updates,
    double interventionRateLast20,
    long seed,
    String run) {}
