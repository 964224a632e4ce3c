package dev.tandem.runtime.record;

import java.util.List;

/**
 * What the bits of a tick's masks stand for: bit i is the i-th name.
 *
 * @param action filters between decision and controller
 * @param command filters between controller and drives
 * @param actionLimits of each of the former
 * @param commandLimits of each of the latter
 */
public record FilterNames(
    List<String> action,
    List<String> command,
    List<List<String>> actionLimits,
    List<List<String>> commandLimits) {
  /** For a recorder that was told nothing. */
  public static final FilterNames UNKNOWN = new FilterNames(List.of(), List.of());

  public FilterNames {
    action = List.copyOf(action);
    command = List.copyOf(command);
    actionLimits = actionLimits.stream().map(List::copyOf).toList();
    commandLimits = commandLimits.stream().map(List::copyOf).toList();
  }

  /** Of filters that do not say which limits they have. */
  public FilterNames(List<String> action, List<String> command) {
    this(action, command, List.of(), List.of());
  }
}
