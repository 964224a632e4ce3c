package dev.tandem.app.report;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EpisodeSummary;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.LearningProgress;
import dev.tandem.app.train.RunFolder;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.RunReport;
import dev.tandem.runtime.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What a run writes into its folder while it goes on and when it ends: the resolved settings, the
 * robot's limits or its body, its encoder, metrics, TensorBoard events, the learning curve and the
 * report. Training thread.
 */
public final class RunFiles implements RunListener, AutoCloseable {
  private final Path folder;
  private final MetricsFile metrics;
  private final EventFile events;
  private final Curve curve;
  private final List<RunListener> listeners;

  /**
   * Starts the files.
   *
   * @param folder the run's own, which exists
   * @param time of the day, for TensorBoard
   * @throws WriteException when the folder cannot be written to
   */
  public RunFiles(Path folder, RunSettings settings, Clock clock, InstantSource time) {
    AtomicFile.write(folder.resolve("config.yaml"), Configuration.write(settings));
    if (Tasks.hasArm(settings.task())) {
      AtomicFile.write(folder.resolve(RunFolder.ROBOT), Robot.of(settings).text());
    }
    Bodies.keep(settings, new RunFolder(folder).body());
    if (!settings.encoder().file().isEmpty()) {
      AtomicFile.write(folder.resolve(RunFolder.ENCODER), bytes(settings.encoder().file()));
    }
    this.folder = folder;
    this.metrics = new MetricsFile(folder.resolve("metrics.csv"), clock);
    this.events = new EventFile(folder, time);
    this.curve = curve(settings);
    this.listeners = List.of(metrics, new EventWriter(events), curve);
  }

  private static Curve curve(RunSettings settings) {
    String title = settings.task() + ", seed " + settings.seed();
    return Tasks.hasArm(settings.task()) ? new LearningCurve(title) : new ReturnCurve(title);
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("encoder.file: " + file + " cannot be read", e);
    }
  }

  @Override
  public void episodeEnded(EpisodeSummary episode) {
    listeners.forEach(listener -> listener.episodeEnded(episode));
  }

  @Override
  public void learned(LearningProgress progress) {
    listeners.forEach(listener -> listener.learned(progress));
  }

  @Override
  public void evaluated(EvaluationSummary evaluation) {
    listeners.forEach(listener -> listener.evaluated(evaluation));
  }

  /** The run succeeded. */
  public void report(RunReport report) {
    ReportFile.write(folder.resolve("report.json"), report);
  }

  /** Writes what is still to be written, also of a run that failed. */
  @Override
  public void close() {
    try (events;
        metrics) {
      curve.write(folder.resolve("curve.png"));
    }
  }
}
