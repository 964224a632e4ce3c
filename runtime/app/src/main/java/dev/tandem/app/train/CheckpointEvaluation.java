package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;

/** Measures a policy that a run left behind, on the episodes that every policy is measured on. */
public final class CheckpointEvaluation {
  private CheckpointEvaluation() {}

  /** Runs the settings' task for as many episodes as the settings' evaluation has. */
  public static EvaluationSummary run(RunSettings settings, Path checkpoint)
      throws CheckpointException {
    SimulatedTask task = Tasks.create(settings);
    Policy policy = new CheckpointFile(checkpoint).policy(PolicySpaces.of(task));
    Rig rig =
        new Rig(
            Robot.of(settings).accepted(),
            task,
            InterventionSource.NOBODY,
            policy,
            new UnjournaledRecording(task));
    try (Evaluation evaluation = new Evaluation(rig, () -> false)) {
      return evaluation.run("policy", 0, settings.evaluation().episodes());
    }
  }
}
