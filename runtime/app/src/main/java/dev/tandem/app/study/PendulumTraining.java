package dev.tandem.app.study;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.bench.PendulumWorld;
import dev.tandem.app.bench.ReplayPupil;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.Seeds;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A training on the pendulum, which has no arm and so none of the settings of one but the learner,
 * the seed, the steps and the evaluation.
 */
final class PendulumTraining {
  private final RunSettings settings;
  private final PendulumWorld world = new PendulumWorld();
  private final PendulumWorld judge = new PendulumWorld();
  private final List<EvaluationSummary> evaluations = new ArrayList<>();

  PendulumTraining(RunSettings settings) {
    this.settings = settings;
  }

  /** Trains; in the order of their environment steps, each after the episode that reached them. */
  List<EvaluationSummary> evaluations() {
    long envSteps = 0;
    int everySteps = settings.evaluation().everySteps();
    try (ReplayPupil pupil = pupil()) {
      for (long episode = 0; envSteps < settings.steps(); episode++) {
        long before = envSteps / everySteps;
        envSteps += world.play(pupil, episode, seeds().episode(episode));
        if (envSteps / everySteps > before) {
          evaluations.add(evaluate(pupil, envSteps));
        }
      }
    }
    return evaluations;
  }

  private EvaluationSummary evaluate(ReplayPupil pupil, long envSteps) {
    int episodes = settings.evaluation().intermediateEpisodes();
    double meanReturn = judge.meanReturn(pupil.learnt(), 0, episodes);
    return new EvaluationSummary("policy", envSteps, episodes, 0, meanReturn, Double.NaN);
  }

  private ReplayPupil pupil() {
    LearnerSettings learner = settings.learner();
    Task task = world.task();
    return new ReplayPupil(
        Learners.create(learner, task, settings.seed()),
        PolicySpaces.of(task),
        learner.batchSize(),
        learner.startSteps(),
        seeds().stream("exploration"),
        settings.seed());
  }

  private Seeds seeds() {
    return new Seeds(settings.seed());
  }
}
