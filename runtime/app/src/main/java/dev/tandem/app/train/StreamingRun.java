package dev.tandem.app.train;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.runtime.time.Clock;
import dev.tandem.simbridge.task.SimulatedTask;

/** The training of a streaming learner without a journal, and what that takes. One thread. */
public final class StreamingRun {
  private final RunSettings settings;
  private final TrainingParts parts;
  private final StreamingLearner learner;

  /**
   * @param settings whose learner streams
   */
  public StreamingRun(RunSettings settings) {
    this.settings = settings;
    SimulatedTask task = Tasks.create(settings);
    UnjournaledRecording recording = new UnjournaledRecording(task);
    this.parts = TrainingParts.assemble(settings, recording, task, () -> false, EarlierRun.NONE);
    if (!(parts.trainer().student() instanceof StreamingLearner streaming)) {
      parts.close();
      throw new ConfigurationException(
          "learner.algorithm", "expected stream, found " + settings.learner().algorithm());
    }
    this.learner = streaming;
  }

  /** Until the steps are used up or an intermediate evaluation reaches {@code stop_at}. */
  public void learn(RunListener listener, Clock wall) {
    new TrainingRun(settings, parts, listener, wall).train();
  }

  /** How good the policy is now, without exploring. */
  public EvaluationSummary evaluate(int episodes) {
    try (Evaluation evaluation = parts.evaluate(learner.snapshot())) {
      return evaluation.run("stream", learner.updates(), episodes);
    }
  }

  /** Memory that the learner takes, with all that it computes in. */
  public long bytes() {
    return learner.bytes();
  }

  /** Of that what it goes on from: weights, traces and statistics, as a checkpoint holds them. */
  public long stateBytes() {
    long values = learner.export().stream().mapToLong(array -> array.values().length).sum();
    return values * Float.BYTES;
  }
}
