package dev.tandem.app.cli;

import dev.tandem.app.config.SettingTexts;
import dev.tandem.app.settings.RunSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an option that there is not would be as a setting. */
final class MeantSetting {
  private MeantSetting() {}

  /**
   * For example {@code --set steps=150} of {@code --steps 150}; empty when no setting is called so.
   *
   * @param option as it was written, {@code --steps} or {@code --steps=150}
   * @param arguments of the whole command line
   */
  static String of(String option, List<String> arguments) {
    if (!option.startsWith("--")) {
      return "";
    }
    int equals = option.indexOf('=');
    String name = option.substring(2, equals < 0 ? option.length() : equals);
    String value = equals < 0 ? after(option, arguments) : option.substring(equals + 1);
    return keys(name.replace('-', '_').toLowerCase(Locale.ROOT)).stream()
        .map(key -> "--set " + key + "=" + value)
        .collect(Collectors.joining(" or "));
  }

  /** The setting itself, else those that are called so in some section. */
  private static List<String> keys(String name) {
    List<String> all = SettingTexts.of(RunSettings.defaults()).keys();
    return all.contains(name)
        ? List.of(name)
        : all.stream().filter(key -> key.endsWith("." + name)).toList();
  }

  private static String after(String option, List<String> arguments) {
    int next = arguments.indexOf(option) + 1;
    boolean isValue = next < arguments.size() && !arguments.get(next).startsWith("--");
    return isValue ? arguments.get(next) : "VALUE";
  }
}
