package dev.tandem.app.settings;

/**
 * How much the policy is kept from making up its mind (arXiv 1812.05905, section 5).
 *
 * @param initialTemperature first temperature: about 0.01 with demonstrations and a sparse reward,
 *     else about 1
 * @param targetScale the temperature steers the entropy to {@code -target_scale} nats an action
 * @param backup whether the critics' target includes the entropy term
 */
public record EntropySettings(double initialTemperature, double targetScale, boolean backup) {
  public EntropySettings {
    Check.above("learner.entropy.initial_temperature", initialTemperature, 0);
    Check.atLeast("learner.entropy.target_scale", targetScale, 0);
  }
}
