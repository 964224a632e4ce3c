package dev.tandem.app.train;

import dev.tandem.app.assembly.JournaledRecording;
import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.time.Clock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A whole run, from the first demonstration to the report: train, keep the checkpoint, evaluate the
 * policy, and clone the same demonstrations to be measured on the same episodes.
 */
public final class TrainingJob {
  private final RunSettings settings;
  private final RunFolder folder;
  private final RunListener listener;
  private final Clock wall;

  /** The folder must be this run's own. */
  public TrainingJob(RunSettings settings, RunFolder folder, RunListener listener, Clock wall) {
    this.settings = settings;
    this.folder = folder;
    this.listener = listener;
    this.wall = wall;
  }

  /** Runs to the end; what was recorded and learnt before a failure stays on disk. */
  public RunReport run() throws CheckpointException {
    SimulatedTask task = Tasks.create(settings.task(), settings.simulator());
    try (TickRecording recording = recording(task);
        TrainingParts parts = TrainingParts.assemble(settings, recording, task)) {
      RunCheckpoint checkpoint = new RunCheckpoint(settings, task, folder);
      PeriodicSave save = new PeriodicSave(checkpoint, parts.trainer().learner());
      TrainingRun run = new TrainingRun(settings, parts, new Listeners(listener, save), wall);
      run.demonstrate();
      run.train();
      double trainSeconds = run.trainSeconds();
      String hash = checkpoint.save(parts.trainer().learner());
      EvaluationSummary evaluation =
          evaluate(parts, "policy", parts.trainer().learner().snapshot());
      return new RunReport(
          hash,
          evaluation,
          cloned(parts, task, checkpoint),
          trainSeconds,
          parts.trainer().envSteps(),
          parts.trainer().learner().updates(),
          run.interventionRate(),
          settings.seed(),
          folder.path().toString());
    }
  }

  private TickRecording recording(SimulatedTask task) {
    if (!settings.journal().enabled()) {
      return new UnjournaledRecording(task);
    }
    Instant now = Instant.now();
    long offsetNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return new JournaledRecording(
        task,
        folder.journal(),
        String.valueOf(folder.path().getFileName()),
        settings.seed(),
        Configuration.write(settings),
        new JournalSettings(offsetNanos, settings.journal().everyTicks()));
  }

  private Optional<EvaluationSummary> cloned(
      TrainingParts parts, SimulatedTask task, RunCheckpoint checkpoint)
      throws CheckpointException {
    List<Transition> shown = parts.experience().shown();
    if (settings.demos().episodes() < 2) {
      return Optional.empty();
    }
    listener.phase("cloning", 0);
    Policy policy = Learners.cloned(settings.learner(), task, shown, settings.seed());
    checkpoint.saveCloned(policy);
    return Optional.of(evaluate(parts, "cloned", policy));
  }

  private EvaluationSummary evaluate(TrainingParts parts, String label, Policy policy) {
    listener.phase("evaluation", settings.evaluation().episodes());
    EvaluationSummary summary =
        parts
            .evaluate(policy)
            .run(label, parts.trainer().envSteps(), settings.evaluation().episodes());
    listener.evaluated(summary);
    return summary;
  }
}
