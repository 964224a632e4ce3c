package dev.tandem.app.train;

import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.Checkpoint;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.NeuralPolicy;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Student;
import dev.tandem.runtime.learn.Task;
import java.util.List;
import java.util.SortedMap;

/** What a run keeps of its learner, in the run's folder. */
final class RunCheckpoint {
  private final Task task;
  private final PolicySpaces spaces;
  private final RunFolder folder;
  private final boolean streams;
  private final SortedMap<String, String> settings;

  RunCheckpoint(RunSettings settings, Task task, RunFolder folder) {
    this.task = task;
    this.spaces = PolicySpaces.of(task);
    this.folder = folder;
    this.streams = settings.learner().streams();
    this.settings = WeightSettings.header(settings);
  }

  /** Replaces the newest checkpoint, but never by one that diverged; returns its hash. */
  String save(Student learner) throws CheckpointException {
    List<NamedArray> arrays = learner.export();
    DivergedException.check(arrays, learner.updates());
    return new CheckpointFile(folder.checkpoint()).write(checkpoint(learner, arrays));
  }

  private Checkpoint checkpoint(Student learner, List<NamedArray> arrays) {
    return streams
        ? Checkpoint.streaming(task.name(), spaces, learner.updates(), settings, arrays)
        : Checkpoint.of(task.name(), spaces, neural(learner.snapshot()), settings, arrays);
  }

  /** Keeps a policy that was cloned. */
  void saveCloned(Policy policy) throws CheckpointException {
    new CheckpointFile(folder.clonedCheckpoint())
        .write(Checkpoint.of(task.name(), spaces, neural(policy), settings));
  }

  private static NeuralPolicy neural(Policy policy) {
    if (policy instanceof NeuralPolicy neural) {
      return neural;
    }
    throw new IllegalArgumentException("expected a neural policy, found " + policy.getClass());
  }
}
