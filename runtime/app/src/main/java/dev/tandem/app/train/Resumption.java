package dev.tandem.app.train;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.RunSettings;
import java.util.List;

/** What the settings of a run and of the one that goes on from it must have in common. */
final class Resumption {
  private final RunSettings itsSettings;
  private final SettingTexts its;
  private final SettingTexts now;

  Resumption(RunSettings its, RunSettings now) {
    this.itsSettings = its;
    this.its = SettingTexts.of(its);
    this.now = SettingTexts.of(now);
  }

  /** What its journal holds and who may learn from that. */
  void requireSameTask() {
    List.of("task", "demos.episodes", "learner.algorithm").forEach(this::requireSame);
  }

  /** What a checkpoint's weights fit and mean; without one, all is learnt anew. */
  void requireSameNetworks() {
    WeightSettings.keys(itsSettings).forEach(this::requireSame);
  }

  private void requireSame(String key) {
    if (!its.of(key).equals(now.of(key))) {
      throw new ConfigurationException(
          key, "expected " + its.of(key) + " as in the run to resume, found " + now.of(key));
    }
  }
}
