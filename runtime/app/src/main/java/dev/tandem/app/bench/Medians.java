package dev.tandem.app.bench;

import dev.tandem.app.report.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by key, several of each; what counts is the median, so one bad moment does not. */
final class Medians {
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  /** NaN, for what could not be measured, is left out. */
  void add(String key, double value) {
    if (!Double.isNaN(value)) {
      figures.putIfAbsent(key, new ArrayList<>());
      figures.getOrDefault(key, List.of()).add(value);
    }
  }

  /** The figures of {@code other} under another key as well. */
  void same(String key, String other) {
    figures.put(key, figures.getOrDefault(other, List.of()));
  }

  /** How many times {@code of} is as long as {@code than}, round by round, if both are there. */
  void ratio(String key, String of, String than) {
    List<Double> above = figures.getOrDefault(of, List.of());
    List<Double> below = figures.getOrDefault(than, List.of());
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      add(key, above.get(i) / below.get(i));
    }
  }

  /** NaN when there is no such figure. */
  double of(String key) {
    List<Double> sorted = figures.getOrDefault(key, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  JsonObject putInto(JsonObject json) {
    figures.forEach((key, values) -> json.put(key, of(key)));
    return json;
  }
}
