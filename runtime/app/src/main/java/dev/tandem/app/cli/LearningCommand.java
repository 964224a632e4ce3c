package dev.tandem.app.cli;

import dev.tandem.app.assembly.Bodies;
import dev.tandem.app.assembly.Engine;
import dev.tandem.app.assembly.LearnerRoom;
import dev.tandem.app.assembly.Learners;
import dev.tandem.app.report.ReportFile;
import dev.tandem.app.report.RunFiles;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RobotSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.SimulationSettings;
import dev.tandem.app.train.EarlierRun;
import dev.tandem.app.train.Listeners;
import dev.tandem.app.train.RunFolder;
import dev.tandem.app.train.RunListener;
import dev.tandem.app.train.RunReport;
import dev.tandem.app.train.TrainingJob;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.EncoderFile;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/** A command that learns: runs the job and keeps and tells what came of it. */
abstract class LearningCommand extends Command {
  /** Of the updates of an environment step; who waits longer is told before. */
  private static final double LONG_SECONDS = 1;

  private Optional<LearnerRoom> room = Optional.empty();
  private Optional<PolicySpaces> spaces = Optional.empty();
  private boolean direct;

  @Override
  final Outcome run(RunSettings wanted, Console console) throws Exception {
    UnheardSettings.of(wanted.learner()).check(wanted, assigned(), defaults(), console);
    Robot robot = Robot.of(wanted);
    RunSettings settings =
        Bodies.sealed(wanted.withRobot(new RobotSettings(wanted.robot().file(), robot.seal())));
    EarlierRun earlier = earlier(settings).in(spaces.orElseThrow());
    RunFolder folder =
        RunFolder.create(settings, says("run.name") ? Optional.empty() : earlier.folder());
    console.note("run " + folder.path());
    console.note(direct ? "no robot: actions are the drives' own" : "robot " + robot.describe());
    console.note("learner " + Engine.describe(settings.learner()));
    if (!settings.simulation().isPlain()) {
      SimulationSettings several = settings.simulation();
      console.note(
          ProgressText.of(several, several.threadsOf(Runtime.getRuntime().availableProcessors())));
    }
    tellOfEncoder(settings.encoder().file(), console);
    tellOfPatience(settings, console);
    announce(settings, earlier, console);
    if (settings.demos().episodes() == 1) {
      console.note(
          "demos.episodes=1: no behaviour cloning to compare with, which takes at least 2");
    }
    RunReport report = learn(settings, folder, earlier, console);
    console.say(
        String.format(
            Locale.ROOT,
            "learnt in %s: %,d steps, %,d updates; %s%s",
            ProgressText.duration(report.trainSeconds()),
            report.envSteps(),
            report.updates(),
            share(report.interventionRateLast20()),
            ProgressText.cut(report.trained(), "; ")));
    console.say(ProgressText.of(report.evaluation()));
    report.cloned().ifPresent(cloned -> console.say(ProgressText.of(cloned)));
    console.say("see " + folder.path().resolve("curve.png"));
    return Outcome.done(ReportFile.json(report));
  }

  @Override
  void checkFirst(RunSettings settings) {
    Bodies.requireUntaught(settings);
  }

  @Override
  final void checkLast(RunSettings settings) {
    Bodies.requireKept(settings);
  }

  @Override
  final void check(LearnerSettings learner, Task task) {
    super.check(learner, task);
    direct = task instanceof SimulatedTask simulated && simulated.isDirect();
    Learners.requireRoom(learner, task);
    spaces = Optional.of(PolicySpaces.of(task));
    room = learner.streams() ? Optional.empty() : Optional.of(Learners.room(learner, task));
  }

  /** How well a policy can see, before it learns for an hour from what it sees. */
  private static void tellOfEncoder(String file, Console console) throws CheckpointException {
    if (!file.isEmpty()) {
      SortedMap<String, String> said = new EncoderFile(Path.of(file)).read().settings();
      console.note("encoder " + file + ": " + ProgressText.sight(said));
    }
  }

  /** Nobody shall take a learner that is slow for one that hangs. */
  private void tellOfPatience(RunSettings settings, Console console) {
    if (room.isEmpty() || Engine.of(settings.learner()).kind() != Engine.Kind.JVM) {
      return;
    }
    double rate = LearnerRoom.operationsPerSecond(new SystemClock());
    double seconds = room.get().secondsPerStep(rate);
    if (seconds >= LONG_SECONDS) {
      console.note(ProgressText.patience(seconds, settings.steps(), room.get().bytes()));
    }
  }

  private static String share(double interventionRate) {
    return Double.isNaN(interventionRate)
        ? "no training episode was played"
        : String.format(
            Locale.ROOT,
            "the person drove %.1f %% of the last 20 episodes",
            100 * interventionRate);
  }

  /** Says, before it begins, what would surprise. */
  void announce(RunSettings settings, EarlierRun earlier, Console console) {}

  /** What the run goes on from. */
  EarlierRun earlier(RunSettings settings) throws Exception {
    return EarlierRun.NONE;
  }

  private RunReport learn(
      RunSettings settings, RunFolder folder, EarlierRun earlier, Console console)
      throws UnfinishedRunException {
    try {
      return finish(settings, folder, earlier, console);
    } catch (RuntimeException | CheckpointException e) {
      throw new UnfinishedRunException(e, folder);
    }
  }

  private RunReport finish(
      RunSettings settings, RunFolder folder, EarlierRun earlier, Console console)
      throws CheckpointException {
    Clock clock = new SystemClock();
    try (RunFiles files = new RunFiles(folder.path(), settings, clock, InstantSource.system());
        Progress progress = Progress.on(console, settings, clock)) {
      RunListener listener = new Listeners(progress, files);
      BooleanSupplier stop = tandem().interrupt.watch();
      RunReport report = new TrainingJob(settings, folder, listener, clock, stop, earlier).run();
      files.report(report);
      return report;
    }
  }
}
