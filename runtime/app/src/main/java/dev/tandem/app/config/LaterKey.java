package dev.tandem.app.config;

import java.util.function.ToDoubleFunction;

/**
 * A key that texts of earlier versions do not have.
 *
 * @param key dotted; {@code []} behind a list each item of which has it, as in {@code
 *     links.capsules[].name}
 * @param value what holds where it is missing
 */
public record LaterKey(String key, Value value) {
  /** What holds where a key is missing. */
  @FunctionalInterface
  public interface Value {
    /**
     * As it would be written, in YAML.
     *
     * @param item from 0, in the innermost list; 0 outside of lists
     * @param written the number at another dotted key, NaN where there is none
     */
    String yaml(int item, ToDoubleFunction<String> written);
  }
}
