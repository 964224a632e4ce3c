package dev.tandem.app.train;

import dev.tandem.runtime.learn.LearnerStats;

/**
 * Where learning stands.
 *
 * @param interventionRate of the last 20 training episodes: human steps by steps
 * @param successRate of the last 20 training episodes, helped or not
 * @param meanReturn of the same
 * @param trainSeconds wall time since training began
 * @param episodes of training
 */
public record LearningProgress(
    long envSteps,
    long updates,
    LearnerStats stats,
    double interventionRate,
    double successRate,
    double meanReturn,
    double updatesPerSecond,
    double trainSeconds,
    TrainedEpisodes episodes) {}
