package dev.tandem.app.study;

import dev.tandem.app.settings.CriticSettings.Variant;
import java.util.List;

/**
 * One training.
 *
 * @param scores of its evaluations, in order, each in [0, 1]
 * @param seconds of wall time, beside whatever else ran
 */
public record StudyRun(
    StudyTask task, Variant variant, long seed, List<Double> scores, double seconds) {
  public StudyRun {
    scores = List.copyOf(scores);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException(
          "expected an evaluation, found none: training ended before the first was due");
    }
  }

  /** Mean score of all evaluations: who learns sooner has more. */
  public double overTraining() {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  public double atTheEnd() {
    return scores.get(scores.size() - 1);
  }
}
