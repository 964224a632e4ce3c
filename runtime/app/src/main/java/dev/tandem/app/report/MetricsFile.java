package dev.tandem.app.report;

import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.RunListener;
import dev.tandem.runtime.learn.LearnerStats;
import dev.tandem.runtime.time.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code metrics.csv}: one row an episode, empty cells for what is not known. The whole file is
 * replaced every few seconds, so that a reader always finds whole rows.
 */
final class MetricsFile implements RunListener, AutoCloseable {
  private static final long WRITE_EVERY_NANOS = 2_000_000_000;
  private static final String HEADER =
      "phase,episode,env_steps,steps,return,success,human_steps,seconds,"
          + "updates,critic_loss,actor_loss,temperature,entropy,mean_q,"
          + "intervention_rate,success_rate,updates_per_second,train_seconds\n";
  private static final String NOT_LEARNT = ",,,,,,,,,,";

  private final Path file;
  private final Clock clock;
  private final StringBuilder rows = new StringBuilder(HEADER);
  private final List<String> pending = new ArrayList<>();
  private long writtenNanos;

  MetricsFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    write();
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    finishRow(NOT_LEARNT);
    pending.add(
        row(
            episode.phase(),
            episode.episode(),
            episode.envSteps(),
            episode.steps(),
            episode.returnSum(),
            episode.success() ? 1 : 0,
            episode.humanSteps(),
            episode.durationSeconds()));
  }

  @Override
  public void learned(LearningProgress progress) {
    LearnerStats stats = progress.stats();
    finishRow(
        ","
            + row(
                progress.updates(),
                stats.criticLoss(),
                stats.actorLoss(),
                stats.temperature(),
                stats.entropy(),
                stats.meanQ(),
                progress.interventionRate(),
                progress.successRate(),
                progress.updatesPerSecond(),
                progress.trainSeconds()));
    if (clock.nanoTime() - writtenNanos >= WRITE_EVERY_NANOS) {
      write();
    }
  }

  private void finishRow(String rest) {
    pending.forEach(row -> rows.append(row).append(rest).append('\n'));
    pending.clear();
  }

  private static String cell(Object value) {
    return value.equals(Double.NaN) ? "" : String.valueOf(value);
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(MetricsFile::cell).collect(Collectors.joining(","));
  }

  private void write() {
    AtomicFile.write(file, rows.toString());
    writtenNanos = clock.nanoTime();
  }

  @Override
  public void close() {
    finishRow(NOT_LEARNT);
    write();
  }
}
