package dev.tandem.app.cli;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.run.RobotRun;
import dev.tandem.app.run.RunOptions;
import dev.tandem.app.run.RunResult;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.RunFolder;
import dev.tandem.policies.checkpoint.CheckpointException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem run}. */
@CommandLine.Command(
    name = "run",
    description = {
      "Drives a robot in real time with what a run has learnt, through all that stands before a robot.",
      "The only robot today is the simulated arm."
    },
    footer = {
      "",
      "Example:  ./tandem run runs/NAME --seconds 60 --cpu 1",
      "          ./tandem run --set task=reach --watchdog /dev/shm/tandem.watchdog",
      "A line on standard input asks for something: recover REASON, arm, go, hold, slow, fast, disarm,",
      "stop, estop. Stops need not be spelt right, and anything else that is not understood stops a robot",
      "that moves. A latched stop holds the robot until a person recovers it with a reason; when standard",
      "input has ended nobody can, and the run ends with exit code 1. Ctrl-C ends it in order."
    })
final class RunCommand extends Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "CHECKPOINT",
      description =
          "What drives: a checkpoint, or the folder of the run that wrote it. Without one the"
              + " scripted expert drives.")
  private @Nullable Path path;

  @Option(
      names = "--seconds",
      defaultValue = "0",
      paramLabel = "S",
      description =
          "How long, from when the arm has power; 0 until it is ended. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  private Optional<RunSettings> taught = Optional.empty();

  @Mixin private WatchedOptions watchdog = new WatchedOptions();
  @Mixin private RealTimeOptions realTime = new RealTimeOptions();

  @Override
  Optional<Path> ownConfig() throws InputFile.InputException {
    return path == null ? Optional.empty() : new GivenCheckpoint(path).config();
  }

  @Override
  RunSettings defaults() throws InputFile.InputException, CheckpointException {
    taught = path == null ? Optional.empty() : Optional.of(new GivenCheckpoint(path).defaults());
    return taught.orElseGet(RunSettings::defaults);
  }

  @Override
  void checkFirst(RunSettings settings) {
    if (path != null && taught.isPresent()) {
      new GivenCheckpoint(path).requireTask(settings, taught.get());
    }
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws Exception {
    check(settings);
    if (path != null && !hasConfig()) {
      new GivenCheckpoint(path).requireOwn();
    }
    RunOptions options =
        new RunOptions(
            seconds,
            realTime.wishes(),
            realTime.spinNanos(),
            watchdog.choice(),
            path == null ? Optional.empty() : Optional.of(new GivenCheckpoint(path).file()));
    try (RobotRun robot = new RobotRun(settings, options, console::note)) {
      RunFolder folder = RunFolder.create(settings, learnt());
      console.note("run " + folder);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(tandem().in, StandardCharsets.UTF_8));
      RunResult result = robot.run(folder, tandem().interrupt.watch(), lines);
      console.say(result.line());
      return new Outcome(result.wasOrderly() ? ExitCode.DONE : ExitCode.FAILED, result.json());
    }
  }

  private void check(RunSettings settings) {
    if (seconds < 0) {
      throw new ConfigurationException("--seconds", "expected at least 0, found " + seconds);
    }
    if (!Tasks.hasArm(settings.task())) {
      throw new ConfigurationException(
          "task", "expected one with an arm of Tandem's, found " + settings.task());
    }
    if (Tasks.isRemote(settings.simulator())) {
      throw new ConfigurationException(
          "simulator",
          "expected plant or mujoco: in real time the control thread waits for no other program,"
              + " found "
              + settings.simulator());
    }
    if (!settings.journal().enabled()) {
      throw new ConfigurationException(
          "journal.enabled", "expected true: a robot is not run without a record, found false");
    }
  }

  /** The run whose name this one takes, with the time. */
  private Optional<RunFolder> learnt() {
    return path != null && Files.isDirectory(path) && !says("run.name")
        ? Optional.of(new RunFolder(path))
        : Optional.empty();
  }
}
