package dev.tandem.app.soak;

import java.util.ArrayList;
import java.util.List;

/** What a judge found wrong, one line each; the first hundred are kept, all are counted. */
final class Findings {
  private static final int KEPT = 100;

  private final List<String> lines = new ArrayList<>();
  private long count;

  void add(String line) {
    count++;
    if (lines.size() < KEPT) {
      lines.add(line);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  long count() {
    return count;
  }
}
