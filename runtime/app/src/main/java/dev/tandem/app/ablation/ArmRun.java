package dev.tandem.app.ablation;

import dev.tandem.app.train.EvaluationSummary;
import java.util.List;
import java.util.OptionalLong;

/**
 * One training of one arm.
 *
 * @param evaluations of the policy alone, in order of their environment steps
 */
public record ArmRun(Arm arm, long seed, List<EvaluationSummary> evaluations) {
  /** What counts as having learnt the task. */
  public static final double GOAL = 0.9;

  public ArmRun {
    evaluations = List.copyOf(evaluations);
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException(
          "expected an evaluation, found none: training ended before evaluation.every_steps");
    }
  }

  /**
   * Environment steps of the first evaluation of at least 90 % that the next one confirms: a single
   * lucky evaluation of a policy that still swings does not count.
   */
  public OptionalLong stepsToGoal() {
    for (int i = 0; i + 1 < evaluations.size(); i++) {
      if (reached(i) && reached(i + 1)) {
        return OptionalLong.of(evaluations.get(i).envSteps());
      }
    }
    return OptionalLong.empty();
  }

  private boolean reached(int index) {
    return evaluations.get(index).successRate() >= GOAL;
  }

  /** The steps to the goal, or all steps when it was never reached: then a lower bound. */
  public long stepsAtLeast() {
    return stepsToGoal().orElse(last().envSteps());
  }

  public EvaluationSummary last() {
    return evaluations.get(evaluations.size() - 1);
  }
}
