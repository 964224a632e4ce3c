package dev.tandem.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a record of written values, over defaults or without any, and lets the record's constructor
 * check them.
 */
final class RecordBinder {
  private final List<String> keys;
  private final YamlValue.Section root;

  RecordBinder(Class<? extends Record> type, YamlValue.Section root) {
    this.keys = KeyNames.all(type);
    this.root = root;
  }

  /** What is not written has its default. */
  <R extends Record> R bind(R defaults, Consumer<? super R> check) {
    return checked(
        type(defaults).cast(bind(type(defaults), Optional.of(defaults), root, "")), check);
  }

  /** Everything must be written. */
  <R extends Record> R complete(Class<R> type, Consumer<? super R> check) {
    return checked(type.cast(bind(type, Optional.empty(), root, "")), check);
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> Class<R> type(R record) {
    return (Class<R>) record.getClass();
  }

  private <R extends Record> R checked(R bound, Consumer<? super R> check) {
    try {
      check.accept(bound);
    } catch (IllegalArgumentException e) {
      throw complaint(e, "");
    }
    return bound;
  }

  /** Refuses keys that there are not and values of another type; no range is looked at. */
  void requireTypes(Record defaults) {
    requireTypes(defaults.getClass(), root, "");
  }

  private void requireTypes(Class<?> type, YamlValue.Section section, String prefix) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(components, section, prefix);
    for (RecordComponent component : components) {
      String key = KeyNames.of(component);
      section.get(key).ifPresent(written -> requireType(component, written, prefix + key));
    }
  }

  private void requireType(RecordComponent component, YamlValue written, String dottedKey) {
    if (component.getType().isRecord()) {
      requireTypes(component.getType(), section(written, dottedKey), dottedKey + ".");
    } else {
      value(component.getGenericType(), Optional.empty(), written, dottedKey);
    }
  }

  private Record bind(
      Class<?> type, Optional<?> defaults, YamlValue.Section section, String prefix) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(components, section, prefix);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String key = KeyNames.of(component);
      Optional<Object> standard = defaults.map(record -> KeyNames.read((Record) record, component));
      arguments[i] =
          section
              .get(key)
              .map(written -> value(component.getGenericType(), standard, written, prefix + key))
              .or(() -> standard)
              .or(() -> absent(component))
              .orElseThrow(() -> missing(section, prefix + key));
    }
    return construct(type, arguments, prefix);
  }

  /** What is optional may be left out. */
  private static Optional<Object> absent(RecordComponent component) {
    return component.getType() == Optional.class ? Optional.of(Optional.empty()) : Optional.empty();
  }

  private Object value(Type type, Optional<Object> standard, YamlValue written, String dottedKey) {
    Type inner = KeyNames.inner(type);
    if (!inner.equals(type)) {
      return Optional.of(value(inner, Optional.empty(), written, dottedKey));
    }
    return present(type, standard, written, dottedKey);
  }

  private Object present(
      Type type, Optional<Object> standard, YamlValue written, String dottedKey) {
    if (type instanceof Class<?> inner && inner.isRecord()) {
      return bind(inner, standard, section(written, dottedKey), dottedKey + ".");
    }
    if (itemOf(type) instanceof Class<?> item
        && item.isRecord()
        && written instanceof YamlValue.Sequence sequence) {
      Optional<Object> usual = ItemDefaults.of(item);
      List<Object> items = new ArrayList<>();
      for (YamlValue each : sequence.items()) {
        items.add(value(item, usual, each, dottedKey + "[" + items.size() + "]"));
      }
      return items;
    }
    return ValueConverter.convert(dottedKey, type, written);
  }

  /** What a list is of; anything else is itself. */
  private static Type itemOf(Type type) {
    return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
  }

  private static YamlValue.Section section(YamlValue written, String dottedKey) {
    if (written instanceof YamlValue.Section section) {
      return section;
    }
    throw ValueConverter.mismatch(dottedKey, "a section with keys", written);
  }

  private static ConfigurationException missing(YamlValue.Section section, String dottedKey) {
    return new ConfigurationException(
        section.place(),
        dottedKey + ": expected a value, found nothing; say it, nothing is assumed");
  }

  private void refuseUnknown(
      RecordComponent[] components, YamlValue.Section section, String prefix) {
    List<String> known = Arrays.stream(components).map(KeyNames::of).toList();
    section
        .members()
        .forEach(
            (key, member) -> {
              if (!known.contains(key)) {
                throw new ConfigurationException(
                    member.keyPlace(), unknown(prefix + key, prefix, known));
              }
            });
  }

  private String unknown(String key, String prefix, List<String> known) {
    String where = prefix.isEmpty() ? "" : " in " + prefix.substring(0, prefix.length() - 1);
    String meant =
        NearMiss.of(key, keys)
            .map(near -> "; did you mean " + near + "?")
            .orElse("; expected one of " + String.join(", ", known));
    return "unknown key " + key.substring(prefix.length()) + where + meant;
  }

  private Record construct(Class<?> type, Object[] arguments, String prefix) {
    try {
      return (Record) canonical(type).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException check) {
        throw complaint(check, prefix);
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings must be public records: " + type, e);
    }
  }

  private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types);
  }

  /**
   * A check says {@code key: expected ..., found ...}; this adds where. In a list the key is the
   * item's own, as the item does not know which one it is.
   */
  private ConfigurationException complaint(IllegalArgumentException check, String prefix) {
    String message = String.valueOf(check.getMessage());
    boolean item = prefix.endsWith("].");
    String full = item ? prefix + message : message;
    int colon = full.indexOf(':');
    String key = colon < 0 ? prefix : full.substring(0, colon);
    return new ConfigurationException(root.placeOf(key), full);
  }
}
