package dev.tandem.app.soak;

import java.util.List;
import java.util.Optional;

/**
 * Which kinds of fault a soak may inject, as the first line of its journal: a kind that no fault
 * was of proves nothing.
 *
 * @param kinds their names
 */
record SoakPlan(List<String> kinds) {
  private static final String BEGIN = "soak may inject '";
  private static final String BETWEEN = "', '";

  SoakPlan {
    kinds = List.copyOf(kinds);
  }

  static SoakPlan of(List<SoakFault> faults) {
    return new SoakPlan(faults.stream().map(SoakFault::name).toList());
  }

  String words() {
    return BEGIN + String.join(BETWEEN, kinds) + "'";
  }

  /** Of a line of the journal; empty when it is about something else. */
  static Optional<SoakPlan> parse(String words) {
    if (!words.startsWith(BEGIN) || !words.endsWith("'")) {
      return Optional.empty();
    }
    String names = words.substring(BEGIN.length(), words.length() - 1);
    return Optional.of(new SoakPlan(List.of(names.split(BETWEEN, -1))));
  }
}
