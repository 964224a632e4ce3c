package dev.tandem.app.train;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.stream.StreamConfig;
import dev.tandem.policies.stream.StreamLearner;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.StreamingLearner;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.function.Consumer;

/**
 * The streaming learner at a simulated arm with controller and safety chain, alone and without a
 * journal, until the steps are used up or an evaluation reaches {@code stop_at}. A decision is
 * learnt from once the next one is made, as on a robot. One thread.
 */
public final class StreamingRun {
  private final RunSettings settings;
  private final Robot robot;
  private final StreamingLearner learner;
  private final EpisodeRunner runner;
  private final Evaluation evaluation;

  public StreamingRun(RunSettings settings, StreamConfig config) {
    this.settings = settings;
    this.robot = Robot.of(settings.robot()).accepted();
    SimulatedTask task = Tasks.create(settings.task(), settings.simulator());
    Seeds seeds = new Seeds(settings.seed());
    learner = new StreamLearner(PolicySpaces.of(task), config, settings.seed());
    Policy driver = learner.live().exploring(seeds.stream("exploration"));
    runner = new EpisodeRunner(rig(task, driver), () -> false, false);
    evaluation =
        new Evaluation(
            rig(Tasks.create(settings.task(), settings.simulator()), learner.live()), () -> false);
  }

  private Rig rig(SimulatedTask task, Policy policy) {
    return new Rig(robot, task, InterventionSource.NOBODY, policy, new UnjournaledRecording(task));
  }

  /** Learns; {@code listener} hears of every intermediate evaluation. */
  public void learn(Consumer<? super EvaluationSummary> listener) {
    int every = Math.max(1, settings.evaluation().everySteps());
    long due = every;
    boolean good = false;
    for (long episode = 0; !good && learner.steps() < settings.steps(); episode++) {
      runner.run(episode, new Seeds(settings.seed()).episode(episode), learner::observe);
      if (learner.steps() >= due) {
        due += every;
        EvaluationSummary summary = evaluate(settings.evaluation().intermediateEpisodes());
        listener.accept(summary);
        good = summary.successRate() >= settings.stopAt();
      }
    }
  }

  /** How good the policy is now, without exploring. */
  public EvaluationSummary evaluate(int episodes) {
    return evaluation.run("stream", learner.steps(), episodes);
  }

  /** Memory that the learner takes. */
  public long bytes() {
    return learner.bytes();
  }
}
