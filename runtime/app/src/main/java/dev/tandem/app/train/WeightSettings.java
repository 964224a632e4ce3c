package dev.tandem.app.train;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.CriticSettings;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.Spaces;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings that a learner's weights fit, and mean something with. */
final class WeightSettings {
  static final String ALGORITHM = "learner.algorithm";
  static final String SPACES = "spaces";

  private static final String CRITICS = "learner.critics.";

  private WeightSettings() {}

  /** Of the algorithm that {@code settings} have, which others may have more or fewer of. */
  static List<String> keys(RunSettings settings) {
    LearnerSettings learner = settings.learner();
    if (learner.streams()) {
      return List.of("learner.stream.hidden");
    }
    List<String> keys = new ArrayList<>(List.of("learner.hidden", "learner.activation"));
    List.of("count", "layer_norm", "variant").forEach(key -> keys.add(CRITICS + key));
    if (learner.critics().variant() == CriticSettings.Variant.HL_GAUSS) {
      List.of("value_min", "value_max", "bins")
          .forEach(key -> keys.add(CRITICS + "histogram." + key));
    }
    if (learner.critics().variant() == CriticSettings.Variant.DROQ) {
      keys.add(CRITICS + "dropout");
    }
    return keys;
  }

  /**
   * The settings that are part of what is to be done: in whose numbers, unless those are ours, and
   * a body's, known by its seal.
   */
  static List<String> taskKeys(RunSettings settings) {
    if (Tasks.hasArm(settings.task())) {
      return settings.spaces() == Spaces.SCALED ? List.of() : List.of(SPACES);
    }
    return SettingTexts.of(settings).keys().stream()
        .filter(key -> key.startsWith("locomotion.") && !key.equals("locomotion.model"))
        .toList();
  }

  /** What the header of a checkpoint says, beside the task, of the run that wrote it. */
  static SortedMap<String, String> header(RunSettings settings) {
    SettingTexts texts = SettingTexts.of(settings);
    SortedMap<String, String> header = new TreeMap<>();
    List.of("seed", ALGORITHM).forEach(key -> header.put(key, texts.of(key)));
    keys(settings).forEach(key -> header.put(key, texts.of(key)));
    taskKeys(settings).forEach(key -> header.put(key, texts.of(key)));
    return header;
  }
}
