package dev.tandem.app.settings;

/**
 * What the person shows before the policy may try.
 *
 * @param episodes that the person demonstrates before training; 0 for none
 */
public record DemoSettings(int episodes) {
  public DemoSettings {
    Check.atLeast("demos.episodes", episodes, 0);
  }
}
