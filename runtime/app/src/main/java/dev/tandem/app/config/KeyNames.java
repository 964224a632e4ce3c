package dev.tandem.app.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** What an optional value is of; anything else is itself. */
  static Type inner(Type type) {
    return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
        ? optional.getActualTypeArguments()[0]
        : type;
  }

  private static void collect(Class<?> type, String prefix, List<String> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + of(component);
      if (inner(component.getGenericType()) instanceof Class<?> section && section.isRecord()) {
        collect(section, key + ".", keys);
      } else {
        keys.add(key);
      }
    }
  }
}
