package dev.tandem.app.settings;

/**
 * How success is measured.
 *
 * @param episodes of the final evaluation
 * @param everySteps environment steps between intermediate evaluations; 0 for none
 * @param intermediateEpisodes of each of those
 */
public record EvaluationSettings(int episodes, int everySteps, int intermediateEpisodes) {
  public EvaluationSettings {
    Check.atLeast("evaluation.episodes", episodes, 1);
    Check.atLeast("evaluation.every_steps", everySteps, 0);
    Check.atLeast("evaluation.intermediate_episodes", intermediateEpisodes, 1);
  }
}
