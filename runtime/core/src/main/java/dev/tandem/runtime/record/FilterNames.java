package dev.tandem.runtime.record;

import java.util.List;
import java.util.StringJoiner;

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

  /** What a filter of the gate is called, with those of its limits whose bits are set. */
  public String command(int filter, long limits) {
    return of(command, commandLimits, filter, "safety filter ", limits);
  }

  /** The same of one between decision and controller. */
  public String action(int filter, long limits) {
    return of(action, actionLimits, filter, "action filter ", limits);
  }

  private static String of(
      List<String> names, List<List<String>> limits, int filter, String otherwise, long acted) {
    StringJoiner line = new StringJoiner(", ", name(names, filter, otherwise) + ": ", "");
    line.setEmptyValue(name(names, filter, otherwise));
    List<String> known = filter < limits.size() ? limits.get(filter) : List.of();
    for (long left = acted; left != 0; left &= left - 1) {
      line.add(name(known, Long.numberOfTrailingZeros(left), "limit "));
    }
    return line.toString();
  }

  private static String name(List<String> names, int index, String otherwise) {
    return index < names.size() ? names.get(index) : otherwise + index;
  }

  /** Of filters that do not say which limits they have. */
  public FilterNames(List<String> action, List<String> command) {
    this(action, command, List.of(), List.of());
  }
}
