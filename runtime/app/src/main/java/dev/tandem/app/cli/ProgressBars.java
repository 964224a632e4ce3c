package dev.tandem.app.cli;

import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: one bar a phase, drawn over itself. */
final class ProgressBars implements Progress {
  private static final int REDRAW_MILLIS = 250;
  private static final String CLEAR_LINE = "\r\033[2K";

  private final Console console;
  private final int columns;
  private final TimeLeft timeLeft;
  private Optional<ProgressBar> bar = Optional.empty();
  private boolean countsSteps;

  ProgressBars(Console console, int columns, TimeLeft timeLeft) {
    this.console = console;
    this.columns = columns;
    this.timeLeft = timeLeft;
  }

  /** A phase of which nothing is heard until its end has a line instead. */
  @Override
  public void phase(String name, long planned) {
    close();
    countsSteps = name.equals("training");
    if (name.equals("cloning")) {
      console.note(name + " ...");
    } else {
      bar = Optional.of(bar(name, planned));
    }
  }

  private ProgressBar bar(String name, long planned) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(planned)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1))
        .hideEta()
        .build();
  }

  private void draw(String line) {
    console.err().print(CLEAR_LINE + line);
    console.err().flush();
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    if (!countsSteps) {
      bar.ifPresent(ProgressBar::step);
    }
  }

  @Override
  public void learned(LearningProgress progress) {
    String left = ProgressText.duration(timeLeft.seconds(progress));
    bar.ifPresent(
        shown ->
            shown
                .stepTo(progress.envSteps())
                .setExtraMessage(ProgressText.of(progress) + ", " + left + " left"));
  }

  @Override
  public void measured(int episodes) {
    bar.ifPresent(shown -> shown.stepTo(episodes));
  }

  /** What the run achieved in the end is told when it is over. */
  @Override
  public void evaluated(EvaluationSummary evaluation) {
    if (countsSteps) {
      console.note(CLEAR_LINE + ProgressText.of(evaluation));
    }
  }

  /** Leaves the bar as it stands. */
  @Override
  public void close() {
    bar.ifPresent(
        shown -> {
          shown.close();
          console.note("");
        });
    bar = Optional.empty();
  }
}
