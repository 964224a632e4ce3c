package dev.tandem.app.cli;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.LearningProgress;

/**
 * How long training still takes: until the steps or, when wall time counts, the time is used up.
 */
record TimeLeft(int steps, double maxSeconds) {
  static TimeLeft of(RunSettings settings) {
    double max = settings.deterministic() ? Double.POSITIVE_INFINITY : settings.maxTrainSeconds();
    return new TimeLeft(settings.steps(), max);
  }

  double seconds(LearningProgress progress) {
    double perStep = progress.trainSeconds() / Math.max(1, progress.envSteps());
    double bySteps = perStep * Math.max(0, steps - progress.envSteps());
    return Math.min(bySteps, Math.max(0, maxSeconds - progress.trainSeconds()));
  }
}
