package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings that the learner's algorithm does not look at: refused where a command line gives them,
 * told where a file does, which may serve several algorithms.
 */
final class UnheardSettings {
  private static final String STREAM = "learner.stream.";
  private static final List<String> STREAM_HEARS =
      List.of(
          STREAM,
          "learner.safety.",
          "learner.algorithm",
          "learner.engine",
          "learner.device",
          "learner.xla");

  private final LearnerSettings learner;

  private UnheardSettings(LearnerSettings learner) {
    this.learner = learner;
  }

  /**
   * Refuses some and tells of the others.
   *
   * @param assigned keys that the command line gives
   * @param defaults what holds where nobody says anything
   */
  static void check(
      RunSettings settings, List<String> assigned, RunSettings defaults, Console console) {
    UnheardSettings unheard = new UnheardSettings(settings.learner());
    unheard.refuse(assigned);
    SettingTexts found = SettingTexts.of(settings);
    SettingTexts usual = SettingTexts.of(defaults);
    String told =
        found.keys().stream()
            .filter(key -> unheard.has(key) && !found.of(key).equals(usual.of(key)))
            .map(key -> key + "=" + found.of(key))
            .collect(Collectors.joining(", "));
    if (!told.isEmpty()) {
      console.note(unheard.name() + " does not use " + told);
    }
  }

  private void refuse(List<String> assigned) {
    for (String key : assigned) {
      if (has(key)) {
        throw new ConfigurationException(
            "--set " + key,
            "expected a setting that " + name() + " uses, found one that changes nothing");
      }
    }
  }

  private boolean has(String key) {
    return learner.streams()
        ? key.startsWith("learner.") && STREAM_HEARS.stream().noneMatch(key::startsWith)
        : key.startsWith(STREAM);
  }

  private String name() {
    return "learner.algorithm " + learner.algorithm();
  }
}
