package dev.tandem.app.train;

/**
 * One finished episode.
 *
 * @param envSteps training steps so far, this episode included
 * @param returnSum undiscounted
 * @param humanSteps steps that the person decided
 * @param durationSeconds on the loop's clock
 */
public record EpisodeSummary(
    String phase,
    long episode,
    long envSteps,
    int steps,
    double returnSum,
    boolean success,
    int humanSteps,
    double durationSeconds) {}
