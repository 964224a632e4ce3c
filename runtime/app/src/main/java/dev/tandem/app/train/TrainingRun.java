package dev.tandem.app.train;

import dev.tandem.app.assembly.TickRecording;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.hil.session.EpisodeCount;
import dev.tandem.hil.session.SessionStatistics;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.time.Clock;
import dev.tandem.simbridge.person.ScriptedPerson.Role;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * The main job: demonstrations, then episodes in which the policy drives, the person corrects and
 * the learner learns, until the steps or the time are used up. One thread, simulated time; wall
 * time only bounds it.
 */
public final class TrainingRun {
  private static final int WINDOW_EPISODES = 20;
  private static final String TRAINING = "training";

  private final RunSettings settings;
  private final TrainingParts parts;
  private final RunListener listener;
  private final Clock wall;
  private final EpisodeRunner runner;
  private SessionStatistics session = new SessionStatistics(WINDOW_EPISODES);
  private long episode;
  private long startNanos;
  private TrainedEpisodes trained = TrainedEpisodes.NONE;

  TrainingRun(RunSettings settings, TrainingParts parts, RunListener listener, Clock wall) {
    this.settings = settings;
    this.parts = parts;
    this.listener = listener;
    this.wall = wall;
    boolean goOn = settings.learner().safety().stopEndsEpisode();
    this.runner = new EpisodeRunner(parts.rig(), parts.stop(), goOn);
    this.episode = parts.earlier().nextEpisode();
  }

  /** Demonstrates and trains, keeps nothing; what there is to know the listener hears. */
  public static void teach(
      RunSettings settings,
      SimulatedTask task,
      TickRecording recording,
      RunListener listener,
      Clock wall) {
    try (TrainingParts parts =
        TrainingParts.assemble(settings, recording, task, () -> false, EarlierRun.NONE)) {
      TrainingRun run = new TrainingRun(settings, parts, listener, wall);
      run.demonstrate();
      run.train();
    }
  }

  /** The person shows how it is done, unless that was shown already. */
  void demonstrate() {
    int episodes = settings.demos().episodes();
    listener.phase("demonstrations", episodes);
    parts.trainer().experience().ifPresent(experience -> demonstrate(episodes, experience));
    session = new SessionStatistics(WINDOW_EPISODES);
  }

  private void demonstrate(int episodes, Experience experience) {
    while (episode < episodes) {
      play("demonstrations", Role.DEMONSTRATES, experience::show);
    }
  }

  /** The policy drives, the person corrects, the learner learns. */
  void train() {
    listener.phase(TRAINING, settings.steps());
    startNanos = wall.nanoTime();
    if (settings.simulation().isPlain()) {
      Role role = settings.person().corrects() ? Role.CORRECTS : Role.AWAY;
      whileItTakes(() -> playAndTell(role));
    } else {
      trainTogether();
    }
  }

  private void whileItTakes(Runnable part) {
    EarlyStop early = new EarlyStop(settings, this::measure);
    boolean good = false;
    while (!good && parts.trainer().envSteps() < settings.steps() && !outOfTime()) {
      part.run();
      good = early.isGood(parts.trainer().envSteps());
    }
  }

  private void playAndTell(Role role) {
    play(TRAINING, role, parts.trainer());
    trained = trained.and(parts.rig().loop().isStopped());
    listener.learned(progress());
  }

  /** Several environments at once; episodes that are not over when it ends are left. */
  private void trainTogether() {
    try (Rollouts rollouts = parts.rollouts(episode)) {
      whileItTakes(
          () -> {
            if (parts.stop().getAsBoolean()) {
              throw new CancellationException("training was not run to its end");
            }
            rollouts.round(this::keep);
          });
    }
  }

  /** A journal has whole episodes, one after the other, as they ended. */
  private void keep(PlayedEpisode played) {
    TickRecording recording = parts.rig().recording();
    recording.carryOver(played.transitions());
    played.notes().forEach(recording::note);
    recording.drain(written -> {});
    played.transitions().forEach(session);
    tell(TRAINING, played.number(), session.endEpisode(played.success()), played.success());
    trained = trained.and(played.stopped());
    listener.learned(progress());
  }

  private void play(String phase, Role role, Consumer<Transition> learner) {
    parts.person().startEpisode(role);
    boolean success = runner.run(episode, seeds().episode(episode), session.andThen(learner));
    tell(phase, episode, session.endEpisode(success), success);
    episode++;
  }

  private void tell(String phase, long number, EpisodeCount count, boolean success) {
    double seconds = count.steps() * parts.rig().decisionSeconds();
    if (phase.equals(TRAINING)) {
      parts.curriculum().learned(seeds().episode(number), count.returnSum());
    }
    listener.episodeEnded(
        new EpisodeSummary(
            phase,
            number,
            parts.trainer().envSteps(),
            count.steps(),
            count.returnSum(),
            success,
            count.humanSteps(),
            seconds));
  }

  private boolean outOfTime() {
    return !settings.deterministic() && trainSeconds() > settings.maxTrainSeconds();
  }

  private EvaluationSummary measure(long envSteps) {
    Policy policy = parts.trainer().student().snapshot();
    int episodes = settings.evaluation().intermediateEpisodes();
    try (Evaluation evaluation = parts.evaluate(policy)) {
      EvaluationSummary summary = evaluation.run("policy", envSteps, episodes);
      listener.evaluated(summary);
      return summary;
    }
  }

  private LearningProgress progress() {
    long updates = parts.trainer().student().updates();
    double seconds = trainSeconds();
    return new LearningProgress(
        parts.trainer().envSteps(),
        updates,
        parts.trainer().stats(),
        session.interventionRate(),
        session.successRate(),
        session.meanReturn(),
        updates / Math.max(seconds, 1e-9),
        seconds,
        trained);
  }

  double trainSeconds() {
    return (wall.nanoTime() - startNanos) * 1e-9;
  }

  /** NaN when no training episode was played. */
  double interventionRate() {
    return trained.ended() > 0 ? session.interventionRate() : Double.NaN;
  }

  TrainedEpisodes trained() {
    return trained;
  }

  private Seeds seeds() {
    return new Seeds(settings.seed());
  }
}
