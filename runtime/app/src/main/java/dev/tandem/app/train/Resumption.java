package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.RunSettings;
import java.util.List;
import java.util.Set;

/**
 * What the settings of a run and of the one that goes on from it must have in common: what makes it
 * that run. All else may change under way, and is told.
 */
final class Resumption {
  /**
   * Where a run lies and how far it goes are its own; a robot or a body is known by its seal, an
   * encoder by the features' names.
   */
  private static final Set<String> OWN =
      Set.of(
          "steps", "run.name", "run.directory", "robot.file", "encoder.file", "locomotion.model");

  private final RunSettings itsSettings;
  private final SettingTexts its;
  private final SettingTexts now;

  Resumption(RunSettings its, RunSettings now) {
    this.itsSettings = its;
    this.its = SettingTexts.of(its);
    this.now = SettingTexts.of(now);
  }

  /** What its journal holds, what was drawn for it and who may learn from that. */
  void requireSameTask() {
    List.of("task", WeightSettings.SPACES, "seed", "demos.episodes", WeightSettings.ALGORITHM)
        .forEach(this::requireSame);
    WeightSettings.taskKeys(itsSettings).forEach(this::requireSame);
  }

  /** What a checkpoint's weights fit and mean; without one, all is learnt anew. */
  void requireSameNetworks() {
    WeightSettings.keys(itsSettings).forEach(this::requireSame);
  }

  /** What goes on otherwise than before, as people write it. */
  List<String> changes() {
    return now.keys().stream()
        .filter(key -> !OWN.contains(key) && !its.of(key).equals(now.of(key)))
        .map(key -> key + "=" + now.of(key) + " (was " + its.of(key) + ")")
        .toList();
  }

  /**
   * Looks at one setting.
   *
   * @throws ConfigurationException when it is another than it was
   */
  void requireSame(String key) {
    if (!its.of(key).equals(now.of(key))) {
      throw new ConfigurationException(
          key,
          "expected "
              + its.of(key)
              + " as in the run to resume, found "
              + now.of(key)
              + "; leave it as it was, or train a run of its own, without --resume");
    }
  }
}
