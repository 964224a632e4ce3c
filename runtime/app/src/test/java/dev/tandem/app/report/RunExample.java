package dev.tandem.app.report;

import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.RunReport;
import dev.tandem.app.train.TrainedEpisodes;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A made-up run, for the tests of what is written about runs. */
final class RunExample {
  static final EvaluationSummary POLICY = new EvaluationSummary("policy", 6000, 100, 97, 0.97, 3.1);
  static final EvaluationSummary CLONED = new EvaluationSummary("cloned", 0, 100, 62, 0.62, 5.25);
  static final RunReport REPORT =
      new RunReport(
          "ab12",
          POLICY,
          Optional.of(CLONED),
          181.5,
          6000,
          24_000,
          0.025,
          new TrainedEpisodes(150, 3),
          3,
          "runs/x",
          Optional.empty(),
          "jvm (dense layers on a CPU; in tiles)",
          List.of("F01 E_STOP: not watched, no channel estop.a"));

  private RunExample() {}

  static EpisodeSummary episode(String phase, long episode, long envSteps) {
    return new EpisodeSummary(phase, episode, envSteps, 40, 1, true, 10, 4);
  }

  static LearningProgress progress(long envSteps, double interventionRate, double successRate) {
    LearnerStats stats = new LearnerStats(0.5, -1.25, 0.01, 2, 0.75);
    return new LearningProgress(
        envSteps,
        4 * envSteps,
        stats,
        interventionRate,
        successRate,
        3 * successRate,
        200,
        envSteps / 50.0,
        TrainedEpisodes.NONE);
  }

  /** Learning that looks like learning: success rises, interventions fall. */
  static void play(RunListener listener) {
    SplittableRandom random = new SplittableRandom(7);
    listener.phase("training", 6000);
    long envSteps = 0;
    for (int i = 1; i <= 150; i++) {
      envSteps += random.nextLong(20, 60);
      double done = i / 150.0;
      double success = Math.min(1, 0.6 + 0.5 * done + random.nextDouble(-0.05, 0.05));
      double interventions =
          Math.max(0, 0.8 * Math.exp(-4 * done) + random.nextDouble(-0.03, 0.03));
      listener.episodeEnded(episode("training", i, envSteps));
      listener.learned(progress(envSteps, interventions, success));
      if (i % 25 == 0) {
        int successes = (int) (20 * (1 - Math.exp(-4 * done)));
        listener.evaluated(
            new EvaluationSummary("policy", envSteps, 20, successes, successes / 20.0, 4));
      }
    }
    listener.evaluated(POLICY);
    listener.evaluated(CLONED);
  }
}
