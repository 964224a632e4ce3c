package dev.tandem.app.config;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Every setting of a record by its dotted key, its value as people write it. */
public final class SettingTexts {
  private final Map<String, String> texts = new LinkedHashMap<>();

  private SettingTexts() {}

  public static SettingTexts of(Record settings) {
    SettingTexts all = new SettingTexts();
    all.add("", settings);
    return all;
  }

  /** In the order of the record's components. */
  public List<String> keys() {
    return List.copyOf(texts.keySet());
  }

  /** For example {@code [64, 64]} or {@code hl-gauss}. */
  public String of(String key) {
    return Objects.requireNonNull(texts.get(key), () -> "there is no setting " + key);
  }

  private void add(String prefix, Record section) {
    for (RecordComponent component : section.getClass().getRecordComponents()) {
      String key = prefix + KeyNames.of(component);
      Object value = KeyNames.read(section, component);
      if (value instanceof Record inner) {
        add(key + ".", inner);
      } else {
        texts.put(key, text(value));
      }
    }
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(SettingTexts::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Record item) {
      SettingTexts inner = of(item);
      return inner.keys().stream()
          .map(key -> key + ": " + inner.of(key))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number && number.isInfinite()) {
      return number > 0 ? ".inf" : "-.inf";
    }
    return value instanceof Enum<?> constant ? KeyNames.of(constant) : value.toString();
  }
}
