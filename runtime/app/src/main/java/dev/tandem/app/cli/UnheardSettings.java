package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.config.Setting;
import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.CriticSettings.Variant;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.study.CriticStudy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Settings that change nothing: refused where a command line gives them, told where a file does,
 * which may serve several commands and algorithms.
 */
final class UnheardSettings {
  static final String STREAM = "learner.stream.";
  private static final String SEED = "seed";
  private static final String SAFETY = "learner.safety.";
  private static final String ALGORITHM = "learner.algorithm";
  private static final String VARIANT = "learner.critics.variant";
  private static final String HISTOGRAM = "learner.critics.histogram.";
  private static final String DROPOUT = "learner.critics.dropout";

  private static final List<String> OF_A_RUN =
      List.of(SAFETY, ALGORITHM, "learner.replay_capacity", "learner.averaged_actors");
  private static final List<String> STREAM_HEARS =
      List.of(STREAM, SAFETY, ALGORITHM, "learner.engine", "learner.device", "learner.xla");

  /** Who does not use a key; nobody if it is used. */
  private final Function<String, Optional<String>> deaf;

  private UnheardSettings(Function<String, Optional<String>> deaf) {
    this.deaf = deaf;
  }

  /** Of a learner with the critics that the settings choose. */
  static UnheardSettings of(LearnerSettings learner) {
    return of(learner, Set.of(learner.critics().variant()));
  }

  /** Of learners with critics of several kinds. */
  static UnheardSettings of(LearnerSettings learner, Set<Variant> variants) {
    return new UnheardSettings(key -> deaf(learner, variants, key));
  }

  /** Of the critics that the settings choose, whatever else learns beside. */
  static UnheardSettings ofCritics(LearnerSettings learner) {
    Set<Variant> variants = Set.of(learner.critics().variant());
    return new UnheardSettings(key -> deafVariant(variants, key));
  }

  /** Of a command that uses what {@code hears} says. */
  static UnheardSettings of(String name, Predicate<String> hears) {
    return new UnheardSettings(key -> hears.test(key) ? Optional.empty() : Optional.of(name));
  }

  /** Whether a training without a robot, such as the pendulum's, uses a key. */
  static boolean learnersOwn(String key) {
    return key.startsWith("learner.") && OF_A_RUN.stream().noneMatch(key::startsWith);
  }

  private static Optional<String> deaf(LearnerSettings learner, Set<Variant> variants, String key) {
    String name = ALGORITHM + " " + learner.algorithm();
    if (learner.streams()) {
      boolean hears = STREAM_HEARS.stream().anyMatch(key::startsWith);
      return key.startsWith("learner.") && !hears ? Optional.of(name) : Optional.empty();
    }
    return key.startsWith(STREAM) ? Optional.of(name) : deafVariant(variants, key);
  }

  private static Optional<String> deafVariant(Set<Variant> variants, String key) {
    boolean unheard =
        (key.startsWith(HISTOGRAM) && !variants.contains(Variant.HL_GAUSS))
            || (key.equals(DROPOUT) && !variants.contains(Variant.DROQ));
    String names =
        variants.stream().sorted().map(CriticStudy::title).collect(Collectors.joining(" or "));
    return unheard ? Optional.of(VARIANT + " " + names) : Optional.empty();
  }

  /**
   * Refuses some and tells of the others.
   *
   * @param assigned keys that the command line gives
   * @param defaults what holds where nobody says anything
   */
  void check(RunSettings settings, List<String> assigned, RunSettings defaults, Console console) {
    assigned.forEach(key -> refuse("--set " + key, key));
    tell(settings, defaults, console);
  }

  /** Refuses what a command line gives; but a seed, which every command takes, is only told of. */
  void refuse(List<Setting> given) {
    for (Setting setting : given) {
      if (!setting.key().equals(SEED)) {
        String option = setting.option().split(" ", 2)[0];
        refuse(option.equals("--set") ? "--set " + setting.key() : option, setting.key());
      }
    }
  }

  /** Tells of what a file or the like says, where it is not as usual. */
  void tell(RunSettings settings, RunSettings defaults, Console console) {
    SettingTexts found = SettingTexts.of(settings);
    SettingTexts usual = SettingTexts.of(defaults);
    Map<String, String> told = new LinkedHashMap<>();
    for (String key : found.keys()) {
      if (!found.of(key).equals(usual.of(key))) {
        String text = key + "=" + found.of(key);
        deaf.apply(key).ifPresent(who -> told.merge(who, text, (all, one) -> all + ", " + one));
      }
    }
    told.forEach((who, keys) -> console.note(who + " does not use " + keys));
  }

  private void refuse(String option, String key) {
    deaf.apply(key)
        .ifPresent(
            who -> {
              throw new ConfigurationException(
                  option,
                  "expected a setting that " + who + " uses, found one that changes nothing");
            });
  }
}
