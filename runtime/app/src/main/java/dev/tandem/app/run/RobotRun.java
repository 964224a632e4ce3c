package dev.tandem.app.run;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.LiveRecording;
import dev.tandem.app.assembly.Rehearsal;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.Configuration;
import dev.tandem.app.report.Announcer;
import dev.tandem.app.report.AtomicFile;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.timing.ControlPlace;
import dev.tandem.app.timing.LoopFigures;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.Signals;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A whole run of the simulated arm in real time: put together, rehearsed, driven, ended in order,
 * reported. What it leaves is in its folder: {@code config.yaml, journal.mcap, report.json}.
 */
public final class RobotRun implements AutoCloseable {
  /** With a terminal that takes nothing, once the robot is safe. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** More than a report with its histograms takes. */
  private static final int REPORT_BYTES = 256 * 1024;

  private final RunSettings settings;
  private final RunOptions options;
  private final Announcer say;
  private final DeadlineClock clock;
  private final SimulatedTask task;
  private final Robot limits;
  private final Driver driver;
  private final WatchdogLink watchdog;
  private final LoopFigures figures;
  private volatile int controlThread;

  /**
   * Finds everything that a run needs before it leaves anything behind: limits, who drives, and the
   * watchdog that must keep watch.
   *
   * @param say tells people, a line each, on a thread that nothing here waits for
   */
  public RobotRun(RunSettings settings, RunOptions options, Consumer<String> say)
      throws CheckpointException {
    this.settings = settings;
    this.options = options;
    this.clock = new DeadlineClock(options.spinNanos());
    this.task = Tasks.create(settings);
    if (task.isDirect()) {
      throw new IllegalArgumentException(
          "task: expected one with an arm of Tandem's to be driven in real time, found "
              + task.name());
    }
    this.limits = Robot.of(settings);
    this.driver =
        options.checkpoint().isPresent()
            ? Driver.of(options.checkpoint().get(), task)
            : Driver.expert(task);
    long brakingNanos = limits.authority().maxBrakingNanos();
    this.watchdog = WatchdogLink.open(brakingNanos, options.watchdog(), WatchdogLink.USUAL, clock);
    this.figures = new LoopFigures(task.periodNanos(), () -> controlThread);
    this.say = new Announcer(say, PATIENCE);
  }

  /**
   * Runs to its end, once.
   *
   * @param folder of its own
   * @param interrupted asks it to end
   * @param lines what somebody at the robot says
   */
  public RunResult run(RunFolder folder, BooleanSupplier interrupted, BufferedReader lines)
      throws InterruptedException {
    AtomicFile.write(folder.settings(), Configuration.write(settings));
    AtomicFile.reserve(folder.report(), REPORT_BYTES);
    LiveRecording recording = new LiveRecording(task, folder.journalPlan(settings, clock), figures);
    try (RunParts parts = RunParts.of(limits, task, driver, clock, recording, watchdog)) {
      say.accept("robot " + limits.describe());
      say.accept(driver.name() + " drives " + task.name() + "; you may say: " + PersonLines.WORDS);
      watchdog.looser().ifPresent(say);
      if (Signals.isInterruptIgnored()) {
        say.accept(
            "SIGINT is ignored here, as in all that a script starts with &: SIGTERM ends it");
      }
      say.accept("starting: the clock is warmed up ...");
      clock.warmUp();
      Rehearsal rehearsal = parts.deployment().rehearsal();
      boolean settled = rehearsal.settle(line -> say.accept("starting: " + line), interrupted);
      RunSummary summary = drive(parts, interrupted, lines, settled);
      recording.close();
      RunResult result = summary.write(settings, folder, driver.name(), figures);
      summary.throwFailure();
      return result;
    } finally {
      say.close();
    }
  }

  /** Lets go of the watchdog. */
  @Override
  public void close() {
    watchdog.close();
    say.close();
  }

  private RunSummary drive(
      RunParts parts, BooleanSupplier interrupted, BufferedReader lines, boolean settled)
      throws InterruptedException {
    Episodes episodes = new Episodes(parts.deployment(), settings.seed());
    ControlThread control =
        new ControlThread(
            parts.deployment(),
            episodes,
            options.realTime(),
            place -> placed(place, parts),
            watchdog::leave);
    FutureTask<ControlThread.Ran> work = new FutureTask<>(control);
    parts.recording().start();
    say.accept("starting: the control thread takes its place and rehearses once more ...");
    Thread thread = new Thread(work, "control");
    thread.start();
    PersonLines person = listen(parts, lines);
    Optional<Throwable> failure = Optional.empty();
    RunSummary.Stand stand;
    try {
      stand = follow(new RunWatch(parts, control, person, say), work, interrupted, parts, control);
    } catch (RuntimeException | Error e) { // nobody leaves a robot with power, or without a report
      failure = Optional.of(e);
      stand = RunSummary.Stand.failed(parts.deployment(), control.isStopped());
    }
    parts.deployment().operator("the end of the run").powerOff(stand.ending().words());
    watchdog.lookLast();
    control.end();
    thread.join();
    parts.watchdogNews().pollLast(clock);
    person.answers().tellLast();
    return new RunSummary(parts, stand, get(work).or(failure), episodes, settled);
  }

  private RunSummary.Stand follow(
      RunWatch watch,
      FutureTask<ControlThread.Ran> work,
      BooleanSupplier interrupted,
      RunParts parts,
      ControlThread control) {
    RunWatch.Ending ending = watch.follow(work, interrupted, options.seconds(), new SystemClock());
    Optional<String> neverArmed =
        ending == RunWatch.Ending.NEVER_ARMED
            ? Optional.of("never armed: " + watch.refusal())
            : Optional.empty();
    return RunSummary.Stand.of(ending, parts.deployment(), control.isStopped(), neverArmed);
  }

  /** Control thread, before it ticks. */
  private void placed(ControlPlace place, RunParts parts) {
    controlThread = place.thread();
    place.refusal().ifPresent(say);
    parts.grants().begin(place);
  }

  private PersonLines listen(RunParts parts, BufferedReader lines) {
    PersonLines person =
        new PersonLines(
            lines,
            parts.deployment().operator("a person"),
            parts.deployment().cell().authority()::mode,
            say,
            parts.recording()::note);
    Thread.ofPlatform().name("person").daemon().start(person);
    return person;
  }

  private static ControlThread.Ran get(FutureTask<ControlThread.Ran> thread)
      throws InterruptedException {
    try {
      return thread.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the control thread failed: " + e.getCause(), e);
    }
  }
}
