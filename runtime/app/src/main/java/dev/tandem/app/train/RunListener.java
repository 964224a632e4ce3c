package dev.tandem.app.train;

/** Hears what happens in a run: progress on the screen, metrics on the disk. Training thread. */
public interface RunListener {
  /** A new phase: {@code demonstrations}, {@code training}, {@code cloning}, {@code evaluation}. */
  default void phase(String name, long stepsPlanned) {}

  default void episodeEnded(EpisodeSummary episode) {}

  /** Called after each episode that was learnt from. */
  default void learned(LearningProgress progress) {}

  /** Called after each episode of the evaluation at the end, with how many there were. */
  default void measured(int episodes) {}

  default void evaluated(EvaluationSummary evaluation) {}
}
