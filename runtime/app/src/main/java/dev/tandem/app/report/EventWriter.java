package dev.tandem.app.report;

import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.RunListener;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.Map;

/** Tells TensorBoard how a run goes, over environment steps. */
final class EventWriter implements RunListener {
  private final EventFile events;

  EventWriter(EventFile events) {
    this.events = events;
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    String phase = episode.phase() + "/";
    events.scalars(
        episode.envSteps(),
        Map.of(phase + "return", episode.returnSum(), phase + "steps", (double) episode.steps()));
  }

  @Override
  public void learned(LearningProgress progress) {
    LearnerStats stats = progress.stats();
    events.scalars(
        progress.envSteps(),
        Map.of(
            "training/success_rate", progress.successRate(),
            "training/intervention_rate", progress.interventionRate(),
            "training/updates_per_second", progress.updatesPerSecond(),
            "learner/critic_loss", stats.criticLoss(),
            "learner/actor_loss", stats.actorLoss(),
            "learner/temperature", stats.temperature(),
            "learner/entropy", stats.entropy(),
            "learner/mean_q", stats.meanQ()));
  }

  @Override
  public void evaluated(EvaluationSummary evaluation) {
    String label = "evaluation/" + evaluation.label() + "_";
    events.scalars(
        evaluation.envSteps(),
        Map.of(
            label + "success_rate", evaluation.successRate(),
            label + "return", evaluation.meanReturn(),
            label + "cycle_seconds", evaluation.meanCycleSeconds()));
  }
}
