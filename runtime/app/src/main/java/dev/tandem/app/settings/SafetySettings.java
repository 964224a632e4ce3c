package dev.tandem.app.settings;

/**
 * What the learner makes of the safety layer's evidence. The journal keeps the task's own rewards.
 *
 * @param changePenalty taken from the reward of a transition in which a filter changed something
 * @param stopPenalty taken instead from the reward of a transition in which the robot was stopped
 * @param stopEndsEpisode a stop ends the episode for good, the value of what follows being zero,
 *     and the run goes on with the next one; otherwise a stop ends the run
 */
public record SafetySettings(double changePenalty, double stopPenalty, boolean stopEndsEpisode) {
  public SafetySettings {
    Check.atLeast("learner.safety.change_penalty", changePenalty, 0);
    Check.atLeast("learner.safety.stop_penalty", stopPenalty, 0);
  }

  /** Nothing is made of it. */
  public static SafetySettings none() {
    return new SafetySettings(0, 0, false);
  }
}
