package dev.tandem.app.config;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/** What holds where an item of a list leaves something out. */
final class ItemDefaults {
  private ItemDefaults() {}

  /** What a record's static {@code defaults()} gives; empty for a record all of which is said. */
  static Optional<Object> of(Class<?> item) {
    boolean has =
        Arrays.stream(item.getDeclaredMethods())
            .anyMatch(
                method ->
                    method.getName().equals("defaults")
                        && method.getParameterCount() == 0
                        && method.getReturnType() == item
                        && Modifier.isStatic(method.getModifiers()));
    try {
      return has ? Optional.of(item.getMethod("defaults").invoke(null)) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings must be public records: " + item, e);
    }
  }
}
