package dev.tandem.app.ablation;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.EvaluationSummary;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.TrainingRun;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.List;

/** A training of which only its evaluations are kept. */
public final class MeasuredTraining {
  private MeasuredTraining() {}

  /** In the order of their environment steps. */
  public static List<EvaluationSummary> evaluations(RunSettings settings) {
    SimulatedTask task = Tasks.create(settings);
    List<EvaluationSummary> evaluations = new ArrayList<>();
    RunListener collect =
        new RunListener() {
          @Override
          public void evaluated(EvaluationSummary evaluation) {
            evaluations.add(evaluation);
          }
        };
    TrainingRun.teach(settings, task, new UnjournaledRecording(task), collect, new SystemClock());
    return evaluations;
  }
}
