package dev.tandem.app.train;

import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.learn.NamedArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Learning gave numbers that are not finite, so the learner is of no use any more. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private DivergedException(String when, String found) {
    super(
        "learning diverged at "
            + when
            + ": expected finite, found "
            + found
            + "; a lower learner.optimiser.learning_rate or a gradient_clip may help");
  }

  /** As a learner told of it. */
  DivergedException(IllegalStateException told) {
    super(String.valueOf(told.getMessage()), told);
  }

  /** Throws when a number of {@code stats} is not finite, and names it. */
  static void check(LearnerStats stats, long envSteps, long updates) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("critic loss", stats.criticLoss());
    numbers.put("actor loss", stats.actorLoss());
    numbers.put("temperature", stats.temperature());
    numbers.put("entropy", stats.entropy());
    numbers.put("mean Q", stats.meanQ());
    numbers.values().removeIf(Double::isFinite);
    if (!numbers.isEmpty()) {
      throw new DivergedException(
          "environment step " + envSteps + ", update " + updates, describe(numbers));
    }
  }

  /** Throws when a number of what would be kept is not finite, and names the array. */
  static void check(List<NamedArray> arrays, long updates) {
    for (NamedArray array : arrays) {
      for (float value : array.values()) {
        if (!Float.isFinite(value)) {
          throw new DivergedException("update " + updates, value + " in " + array.name());
        }
      }
    }
  }

  private static String describe(Map<String, Double> numbers) {
    return numbers.entrySet().stream()
        .map(number -> number.getKey() + " " + number.getValue())
        .collect(Collectors.joining(", "));
  }
}
