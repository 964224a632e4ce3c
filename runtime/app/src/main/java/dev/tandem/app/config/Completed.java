package dev.tandem.app.config;

import java.util.List;

/**
 * A record all of whose values a text says, but for keys that are younger than the text.
 *
 * @param later {@code key: value} for each of these
 */
public record Completed<R extends Record>(R record, List<String> later) {
  public Completed {
    later = List.copyOf(later);
  }
}
