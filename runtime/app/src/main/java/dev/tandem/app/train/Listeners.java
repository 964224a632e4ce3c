package dev.tandem.app.train;

import java.util.List;

/** Several listeners as one, told in order. */
public record Listeners(List<RunListener> all) implements RunListener {
  public Listeners {
    all = List.copyOf(all);
  }

  public Listeners(RunListener... all) {
    this(List.of(all));
  }

  @Override
  public void phase(String name, long stepsPlanned) {
    all.forEach(listener -> listener.phase(name, stepsPlanned));
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    all.forEach(listener -> listener.episodeEnded(episode));
  }

  @Override
  public void learned(LearningProgress progress) {
    all.forEach(listener -> listener.learned(progress));
  }

  @Override
  public void measured(int episodes) {
    all.forEach(listener -> listener.measured(episodes));
  }

  @Override
  public void evaluated(EvaluationSummary evaluation) {
    all.forEach(listener -> listener.evaluated(evaluation));
  }
}
