package dev.tandem.app.config;

/**
 * One setting given on the command line.
 *
 * @param option as it was written, for error messages: {@code --set learner.threads=1}
 * @param key dotted
 * @param value in YAML
 */
public record Setting(String option, String key, String value) {
  /** From the argument of {@code --set}. */
  public static Setting parse(String assignment) {
    String option = "--set " + assignment;
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new ConfigurationException(
          option, "expected dotted.key=value, found " + (equals < 0 ? "no =" : "no key"));
    }
    return new Setting(option, assignment.substring(0, equals), assignment.substring(equals + 1));
  }
}
