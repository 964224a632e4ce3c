package dev.tandem.runtime.record;

import java.util.List;

/**
 * What the bits of a tick's masks stand for: bit i is the i-th name.
 *
 * @param action filters between decision and controller
 * @param command filters between controller and drives
 */
public record FilterNames(List<String> action, List<String> command) {
  /** For a recorder that was told nothing. */
  public static final FilterNames UNKNOWN = new FilterNames(List.of(), List.of());

  public FilterNames {
    action = List.copyOf(action);
    command = List.copyOf(command);
  }
}
