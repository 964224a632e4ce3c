package dev.tandem.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Defaults, then a file, then options; what comes later wins, but hides no key or type that is
 * wrong in the file.
 */
public final class Configuration {
  private Configuration() {}

  /**
   * Settings from their sources.
   *
   * @param defaults what holds where nothing is said; also tells which settings there are
   * @param check says more of what may not be than the records can, as they do
   * @throws ConfigurationException for whatever cannot be used, with its place
   */
  public static <R extends Record> R load(
      R defaults, Optional<Path> file, List<Setting> options, Consumer<? super R> check) {
    YamlValue.Section root =
        file.map(YamlReader::file).orElse(new YamlValue.Section("settings", Map.of()));
    new RecordBinder(defaults.getClass(), root).requireTypes(defaults);
    try {
      return bind(defaults, root, options, check);
    } catch (ConfigurationException problem) {
      throw blamed(problem, options, others -> bind(defaults, root, others, check));
    }
  }

  private static <R extends Record> R bind(
      R defaults, YamlValue.Section file, List<Setting> options, Consumer<? super R> check) {
    YamlValue.Section root = file;
    for (Setting option : options) {
      YamlValue value = YamlReader.option(option.option(), option.value());
      root = root.with(List.of(option.key().split("\\.", -1)), value);
    }
    return new RecordBinder(defaults.getClass(), root).bind(defaults, check);
  }

  /**
   * The same problem, at the option without which it would not be: what is found wrong may stand
   * elsewhere, and be right but for that option.
   */
  private static ConfigurationException blamed(
      ConfigurationException problem, List<Setting> options, Consumer<List<Setting>> trial) {
    List<Setting> cures = options.stream().filter(option -> cures(option, options, trial)).toList();
    boolean right = cures.stream().anyMatch(option -> isAt(problem.place(), option));
    return right || cures.isEmpty() ? problem : problem.at(cures.get(cures.size() - 1).option());
  }

  /** Whether a place is the option itself, or in a file that it names. */
  private static boolean isAt(String place, Setting option) {
    YamlValue value = YamlReader.option(option.option(), option.value());
    boolean inFile = value instanceof YamlValue.Scalar file && place.startsWith(file.text() + ":");
    return inFile || place.equals(option.option());
  }

  /** Whether all would be well without {@code option}. */
  private static boolean cures(
      Setting option, List<Setting> options, Consumer<List<Setting>> trial) {
    List<Setting> others = options.stream().filter(other -> !other.equals(option)).toList();
    try {
      trial.accept(others);
      return true;
    } catch (RuntimeException another) {
      return false;
    }
  }

  public static <R extends Record> R load(R defaults, Optional<Path> file, List<Setting> options) {
    return load(defaults, file, options, unchecked -> {});
  }

  /**
   * A record all of whose values a text says: nothing has a default but what is younger than the
   * text may be.
   *
   * @param source what messages call the text
   * @param later what texts of earlier versions do not say
   * @param check says more of what may not be than the records can, as they do
   * @throws ConfigurationException for whatever cannot be used, with its place
   */
  public static <R extends Record> Completed<R> complete(
      Class<R> type, String source, String yaml, List<LaterKey> later, Consumer<? super R> check) {
    LaterKeys values = new LaterKeys(YamlReader.text(source, yaml), later);
    R record = new RecordBinder(type, values.root()).complete(type, check);
    return new Completed<>(record, values.added());
  }

  /** All settings as YAML; loads back to an equal record, and equal records give equal text. */
  public static String write(Record settings) {
    return YamlWriter.write(settings);
  }
}
