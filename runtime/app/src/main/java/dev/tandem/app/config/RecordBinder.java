package dev.tandem.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lays written values over a record of defaults and lets the record's constructor check them. */
final class RecordBinder {
  private final List<String> keys;
  private final YamlValue.Section root;

  RecordBinder(Record defaults, YamlValue.Section root) {
    this.keys = KeyNames.all(defaults);
    this.root = root;
  }

  <R extends Record> R bind(R defaults, Consumer<? super R> check) {
    R bound = bind(defaults, root, "");
    try {
      check.accept(bound);
    } catch (IllegalArgumentException e) {
      throw complaint(e, "");
    }
    return bound;
  }

  /** Refuses keys that there are not and values of another type; no range is looked at. */
  void requireTypes(Record defaults) {
    requireTypes(defaults, root, "");
  }

  private void requireTypes(Record defaults, YamlValue.Section section, String prefix) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    refuseUnknown(components, section, prefix);
    for (RecordComponent component : components) {
      String key = KeyNames.of(component);
      Object standard = KeyNames.read(defaults, component);
      section
          .get(key)
          .ifPresent(written -> requireType(component, standard, written, prefix + key));
    }
  }

  private void requireType(
      RecordComponent component, Object standard, YamlValue written, String dottedKey) {
    if (!(standard instanceof Record inner)) {
      ValueConverter.convert(dottedKey, component.getGenericType(), written);
    } else if (written instanceof YamlValue.Section section) {
      requireTypes(inner, section, dottedKey + ".");
    } else {
      throw ValueConverter.mismatch(dottedKey, "a section with keys", written);
    }
  }

  private <R extends Record> R bind(R defaults, YamlValue.Section section, String prefix) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    refuseUnknown(components, section, prefix);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object standard = KeyNames.read(defaults, components[i]);
      String key = KeyNames.of(components[i]);
      Optional<YamlValue> written = section.get(key);
      arguments[i] =
          written.isPresent()
              ? value(components[i], standard, written.get(), prefix + key)
              : standard;
    }
    return construct(defaults, arguments, prefix);
  }

  private Object value(
      RecordComponent component, Object standard, YamlValue written, String dottedKey) {
    if (!(standard instanceof Record inner)) {
      return ValueConverter.convert(dottedKey, component.getGenericType(), written);
    }
    if (written instanceof YamlValue.Section section) {
      return bind(inner, section, dottedKey + ".");
    }
    throw ValueConverter.mismatch(dottedKey, "a section with keys", written);
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

  @SuppressWarnings("unchecked")
  private <R extends Record> R construct(R defaults, Object[] arguments, String prefix) {
    try {
      return (R) canonical(defaults.getClass()).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException check) {
        throw complaint(check, prefix);
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings must be public records: " + defaults.getClass(), e);
    }
  }

  private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types);
  }

  /** A check says {@code key: expected ..., found ...}; this adds where. */
  private ConfigurationException complaint(IllegalArgumentException check, String prefix) {
    String message = String.valueOf(check.getMessage());
    int colon = message.indexOf(':');
    String key = colon < 0 ? prefix : message.substring(0, colon);
    return new ConfigurationException(root.placeOf(key), message);
  }
}
