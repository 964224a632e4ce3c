package dev.tandem.app.report;

import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import java.nio.file.Path;

/**
 * For tasks that are judged by their return: that of the last 20 episodes over environment steps,
 * and what evaluations measured.
 */
final class ReturnCurve implements Curve {
  private final String title;
  private final Points training = new Points();
  private final Points evaluations = new Points();

  ReturnCurve(String title) {
    this.title = title;
  }

  @Override
  public void learned(LearningProgress progress) {
    training.add(progress.envSteps(), progress.meanReturn());
  }

  @Override
  public void evaluated(EvaluationSummary evaluation) {
    evaluations.add(evaluation.envSteps(), evaluation.meanReturn());
  }

  @Override
  public void write(Path file) {
    if (training.isEmpty() && evaluations.isEmpty()) {
      return;
    }
    Plot plot = new Plot(title, "environment steps", Plot.Axis.NUMBER);
    if (!training.isEmpty()) {
      plot.line("return while it explores, mean of 20 episodes", training, Plot.BLUE);
    }
    if (!evaluations.isEmpty()) {
      plot.dots("return of the policy alone, mean", evaluations, Plot.BLACK);
    }
    plot.write(file);
  }
}
