package dev.tandem.app.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How record components and enum constants are called in a configuration file. */
final class KeyNames {
  private KeyNames() {}

  /** {@code batchSize} is {@code batch_size}, {@code speedMPerS} is {@code speed_m_per_s}. */
  static String of(RecordComponent component) {
    return component
        .getName()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code TWO_WORDS} is {@code two-words}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("settings must be public records: " + component, e);
    }
  }

  /** Every key of such a record that holds a value, dotted. */
  static List<String> all(Class<?> type) {
    List<String> keys = new ArrayList<>();
    collect(type, "", keys);
    return keys;
  }

  private static void collect(Class<?> type, String prefix, List<String> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + of(component);
      if (component.getType().isRecord()) {
        collect(component.getType(), key + ".", keys);
      } else {
        keys.add(key);
      }
    }
  }
}
