package dev.tandem.app.train;

import dev.tandem.runtime.learn.LearnerStats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An update gave numbers that are not finite, so the learner is of no use any more. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private DivergedException(long envSteps, long updates, String notFinite) {
    super(
        "learning diverged at environment step %d, update %d: expected finite, found %s; a lower"
                .formatted(envSteps, updates, notFinite)
            + " learner.learning_rate may help");
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
      throw new DivergedException(envSteps, updates, describe(numbers));
    }
  }

  private static String describe(Map<String, Double> numbers) {
    return numbers.entrySet().stream()
        .map(number -> number.getKey() + " " + number.getValue())
        .collect(Collectors.joining(", "));
  }
}
