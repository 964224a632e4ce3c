package dev.tandem.app.cli;

import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.runtime.time.Clock;
import java.util.Locale;

/** Progress for logs: a line when something begins or was measured, else one every ten seconds. */
final class ProgressLines implements Progress {
  private static final long EVERY_NANOS = 10_000_000_000L;

  private final Console console;
  private final Clock clock;
  private final TimeLeft timeLeft;
  private long lastNanos;
  private boolean training;
  private int episodes;

  ProgressLines(Console console, Clock clock, TimeLeft timeLeft) {
    this.console = console;
    this.clock = clock;
    this.timeLeft = timeLeft;
  }

  @Override
  public void phase(String name, long stepsPlanned) {
    training = name.equals("training");
    episodes = 0;
    lastNanos = clock.nanoTime();
    console.note(name + " ...");
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    episodes++;
  }

  @Override
  public void learned(LearningProgress progress) {
    if (clock.nanoTime() - lastNanos < EVERY_NANOS) {
      return;
    }
    lastNanos = clock.nanoTime();
    console.note(
        String.format(
            Locale.ROOT,
            "%,d of %,d steps, %d episodes: %s, %s left",
            progress.envSteps(),
            timeLeft.steps(),
            episodes,
            ProgressText.of(progress),
            ProgressText.duration(timeLeft.seconds(progress))));
  }

  /** What the run achieved in the end is told when it is over. */
  @Override
  public void evaluated(EvaluationSummary evaluation) {
    if (training) {
      console.note(ProgressText.of(evaluation));
    }
  }
}
