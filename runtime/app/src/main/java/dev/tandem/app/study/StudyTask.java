package dev.tandem.app.study;

import dev.tandem.app.ablation.MeasuredTraining;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What critics are compared on, without a person at the controls. */
public enum StudyTask {
  /** Dense reward, no demonstrations; solved is a return of -160. */
  PENDULUM(
      6000,
      "learner.algorithm=sac learner.hidden=[64,64] learner.batch_size=100"
          + " learner.updates_per_step=1 learner.start_steps=200"
          + " learner.optimiser.learning_rate=0.001"
          + " learner.entropy={initial_temperature: 1, target_scale: 1, backup: true}") {
    private static final double WORST_RETURN = -1200;
    private static final double BEST_RETURN = -150;

    @Override
    double score(EvaluationSummary evaluation) {
      double share = (evaluation.meanReturn() - WORST_RETURN) / (BEST_RETURN - WORST_RETURN);
      return Math.max(0, Math.min(1, share));
    }

    @Override
    List<EvaluationSummary> train(RunSettings settings) {
      return new PendulumTraining(settings).evaluations();
    }
  },

  /** Dense reward and demonstrations. */
  REACH(1500, "task=reach demos.episodes=5 person.corrects=false"),

  /** Sparse reward and demonstrations. */
  PEG_INSERT(2500, "task=peg-insert demos.episodes=5 person.corrects=false");

  private static final int EVALUATIONS = 10;

  private final int steps;
  private final String changes;

  StudyTask(int steps, String changes) {
    this.steps = steps;
    this.changes = changes;
  }

  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Environment steps of a training when nobody says otherwise. */
  int steps() {
    return steps;
  }

  /** Settings of a training on this task, {@code steps} long, evaluated ten times. */
  RunSettings of(RunSettings base, int steps) {
    Stream<String> length =
        Stream.of("steps=" + steps, "evaluation.every_steps=" + Math.max(1, steps / EVALUATIONS));
    List<Setting> settings =
        Stream.concat(Stream.of(changes.split(" (?=[a-z_.]+=)", -1)), length)
            .map(Setting::parse)
            .toList();
    return Configuration.load(base, Optional.empty(), settings);
  }

  /** The evaluations of one training. */
  List<EvaluationSummary> train(RunSettings settings) {
    return MeasuredTraining.evaluations(settings);
  }

  /** How good a policy is: 0 is worthless, 1 all that there is. */
  double score(EvaluationSummary evaluation) {
    return evaluation.successRate();
  }
}
