package dev.tandem.app.report;

import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Success and intervention rate of the last 20 episodes over environment steps, and what
 * evaluations measured, with 95 % intervals.
 */
final class LearningCurve implements Curve {
  private static final String CLONED = "cloned";

  private final String title;
  private final Points success = new Points();
  private final Points interventions = new Points();
  private final Points evaluations = new Points();
  private final Points intervals = new Points();
  private double clonedRate = Double.NaN;
  private long lastStep = 1;

  LearningCurve(String title) {
    this.title = title;
  }

  @Override
  public void learned(LearningProgress progress) {
    lastStep = Math.max(lastStep, progress.envSteps());
    success.add(progress.envSteps(), progress.successRate());
    interventions.add(progress.envSteps(), progress.interventionRate());
  }

  @Override
  public void evaluated(EvaluationSummary evaluation) {
    if (evaluation.label().equals(CLONED)) {
      clonedRate = evaluation.successRate();
      return;
    }
    long step = evaluation.envSteps();
    Proportion proportion = new Proportion(evaluation.successes(), evaluation.episodes());
    lastStep = Math.max(lastStep, step);
    evaluations.add(step, proportion.rate());
    intervals.add(step, proportion.low()).add(step, proportion.high()).add(step, Double.NaN);
  }

  @Override
  public void write(Path file) {
    if (success.isEmpty() && evaluations.isEmpty()) {
      return;
    }
    Plot plot = new Plot(title, "environment steps");
    if (!success.isEmpty()) {
      plot.line("success, with the person's help", success, Plot.BLUE);
      plot.line("driven by the person", interventions, Plot.VERMILION);
    }
    if (!Double.isNaN(clonedRate)) {
      String name = String.format(Locale.ROOT, "behaviour cloning, %.0f %%", 100 * clonedRate);
      plot.level(name, clonedRate, lastStep, Plot.GREEN);
    }
    if (!evaluations.isEmpty()) {
      plot.measured("policy alone, 95 % interval", evaluations, intervals, Plot.BLACK);
    }
    plot.write(file);
  }
}
