package dev.tandem.hil.session;

/**
 * One episode in numbers.
 *
 * @param steps decisions
 * @param humanSteps of them, those that the person decided
 * @param takeOvers how often the person took the robot from the policy
 * @param returnSum undiscounted
 * @param success the mark that the episode was given at its end
 */
public record EpisodeCount(
    int steps, int humanSteps, int takeOvers, double returnSum, boolean success) {}
