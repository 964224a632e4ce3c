package dev.tandem.app.train;

import dev.tandem.app.assembly.Engine;
import dev.tandem.app.assembly.JournaledRecording;
import dev.tandem.app.assembly.Learners;
import dev.tandem.app.assembly.Supervision;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Student;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.randomize.Curriculum;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A whole run, from the first demonstration to the report: train, keep the checkpoint, evaluate the
 * policy, and clone the same demonstrations to be measured on the same episodes.
 */
public final class TrainingJob {
  private final RunSettings settings;
  private final RunFolder folder;
  private final RunListener listener;
  private final Clock wall;
  private final BooleanSupplier stop;
  private final EarlierRun earlier;

  /**
   * Prepares a run.
   *
   * @param folder this run's own
   * @param wall bounds the time of training
   * @param stop says that the run shall end, also before its time; asked before every decision
   * @param earlier run to go on from; its folder stays as it is
   */
  public TrainingJob(
      RunSettings settings,
      RunFolder folder,
      RunListener listener,
      Clock wall,
      BooleanSupplier stop,
      EarlierRun earlier) {
    this.settings = settings;
    this.folder = folder;
    this.listener = listener;
    this.wall = wall;
    this.stop = stop;
    this.earlier = earlier;
  }

  /**
   * Runs to the end; what was recorded and learnt before a failure stays on disk.
   *
   * @throws RunInterruptedException when it was told to stop; what was learnt until then is saved
   */
  public RunReport run() throws CheckpointException {
    Curriculum curriculum = settings.randomization().curriculum(settings.seed());
    SimulatedTask task = Tasks.create(settings, curriculum);
    try (TickRecording recording = recording(task);
        TrainingParts parts =
            TrainingParts.assemble(settings, recording, task, curriculum, stop, earlier)) {
      recording.carryOver(earlier.transitions());
      EarlierLessons.of(earlier, settings).tell(curriculum, recording);
      earlier.goOn(parts.trainer(), task);
      RunCheckpoint checkpoint = new RunCheckpoint(settings, task, folder);
      try {
        return run(parts, task, checkpoint);
      } catch (CancellationException e) {
        throw interrupted(parts.trainer(), checkpoint, e);
      }
    }
  }

  private RunReport run(TrainingParts parts, SimulatedTask task, RunCheckpoint checkpoint)
      throws CheckpointException {
    Student learner = parts.trainer().student();
    PeriodicSave save = new PeriodicSave(() -> checkpoint.save(learner));
    TrainingRun run = new TrainingRun(settings, parts, new Listeners(listener, save), wall);
    if (learner.updates() > 0) {
      checkpoint.save(learner);
    }
    run.demonstrate();
    run.train();
    double trainSeconds = run.trainSeconds();
    String hash = checkpoint.save(learner);
    EvaluationSummary evaluation = evaluate(parts, "policy", learner.snapshot());
    return new RunReport(
        hash,
        evaluation,
        cloned(parts, task, checkpoint),
        trainSeconds,
        parts.trainer().envSteps(),
        learner.updates(),
        run.interventionRate(),
        run.trained(),
        settings.seed(),
        folder.path().toString(),
        earlier.folder().map(RunFolder::toString),
        Engine.describe(settings.learner()),
        Supervision.notWatched(parts.robot(), task));
  }

  private static RunInterruptedException interrupted(
      Trainer trainer, RunCheckpoint checkpoint, CancellationException cause)
      throws CheckpointException {
    if (trainer.student().updates() > 0) {
      checkpoint.save(trainer.student());
    }
    return new RunInterruptedException(trainer.envSteps(), trainer.student().updates(), cause);
  }

  private TickRecording recording(SimulatedTask task) {
    if (!settings.journal().enabled()) {
      return new UnjournaledRecording(task);
    }
    return new JournaledRecording(task, folder.journalPlan(settings, new SimulatedClock()));
  }

  private Optional<EvaluationSummary> cloned(
      TrainingParts parts, SimulatedTask task, RunCheckpoint checkpoint)
      throws CheckpointException {
    List<Transition> shown = parts.trainer().experience().map(Experience::shown).orElse(List.of());
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
    int episodes = settings.evaluation().episodes();
    try (Evaluation evaluation = parts.evaluate(policy)) {
      EvaluationSummary summary =
          evaluation.run(label, parts.trainer().envSteps(), episodes, listener::measured);
      listener.evaluated(summary);
      return summary;
    }
  }
}
