package dev.tandem.app.cli;

import dev.tandem.app.assembly.Learners;
import dev.tandem.app.bench.InferenceBench;
import dev.tandem.app.bench.LearnerBench;
import dev.tandem.app.bench.LibtorchPeer;
import dev.tandem.app.bench.ReplayBench;
import dev.tandem.app.bench.SafetyBench;
import dev.tandem.app.bench.TickBench;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.tensorflow.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem bench ...}: how fast it is on this machine. */
@CommandLine.Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measures what must be fast.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BenchCommands.Tick.class,
      LoopCommand.class,
      RingCommand.class,
      BenchCommands.Inference.class,
      BenchCommands.Learner.class,
      BenchCommands.Replay.class,
      SimCommand.class,
      BenchCommands.Safety.class,
      AdversaryCommand.class,
      SoakCommand.class,
      PendulumCommand.class,
      StreamCommand.class,
      AblationCommand.class,
      CriticsCommand.class
    })
final class BenchCommands {
  private static final String SEED = "seed";

  /** Shows the figures one a line. */
  static Outcome show(JsonObject figures, Console console) {
    figures.forEach(
        (key, value) ->
            console.say(String.format(Locale.ROOT, "%-28s %s", key, FigureText.of(value))));
    return Outcome.done(figures);
  }

  static Robot robot(RunSettings settings) {
    return Robot.of(settings).accepted();
  }

  /** Whether a setting says which robot it is, and how that is drawn: all of a bench of one arm. */
  static boolean isOfRobot(String key) {
    return key.equals(SEED) || key.equals("task") || key.startsWith("robot.");
  }

  /** {@code tandem bench tick}. */
  @CommandLine.Command(
      name = "tick",
      description = "A whole control tick: model, policy, impedance, safety filters, record.",
      footer = {"", "Example:  ./tandem bench tick --json"})
  static final class Tick extends Command {
    @Override
    boolean hears(String key) {
      return isOfRobot(key);
    }

    @Override
    Outcome run(RunSettings settings, Console console) {
      return show(TickBench.run(robot(settings), settings.seed()), console);
    }
  }

  /** {@code tandem bench inference}. */
  @CommandLine.Command(
      name = "inference",
      description = "One decision of a 256x256 actor on the control thread.",
      footer = {"", "Example:  ./tandem bench inference --json"})
  static final class Inference extends Command {
    @Override
    boolean hears(String key) {
      return key.equals(SEED);
    }

    @Override
    Outcome run(RunSettings settings, Console console) {
      return show(InferenceBench.run(settings.seed()), console);
    }
  }

  /** {@code tandem bench learner}. */
  @CommandLine.Command(
      name = "learner",
      description = {
        "Milliseconds of an update with 2 and 10 critics: both engines, PyTorch's if there.",
        "Always 17 features, 6 actions, 256x256, batch 256, beside the floor that the machine sets."
      },
      footer = {
        "",
        "Example:  ./tandem bench learner --set learner.threads=2 --json",
        "Every figure is a median over rounds, every ratio the median of the rounds' ratios.",
        "Of all settings only learner.threads, learner.device, learner.xla and the seed are heard."
      })
  static final class Learner extends Command {
    private static final List<String> HEARD =
        List.of(SEED, "learner.threads", "learner.device", "learner.xla");

    @Option(
        names = "--libtorch",
        description =
            "PyTorch's C++ library, too, built for it; needs scripts/setup.sh --libtorch.")
    private boolean libtorch;

    @Override
    boolean hears(String key) {
      return HEARD.contains(key);
    }

    @Override
    Outcome run(RunSettings settings, Console console) throws InterruptedException, IOException {
      EngineConfig engine = Learners.tensorFlow(settings.learner());
      if (!libtorch) {
        return measure(engine, settings, Optional.empty(), console);
      }
      Path folder = Files.createTempDirectory("tandem-libtorch");
      try {
        console.note("building the program for PyTorch's C++ library ...");
        LibtorchPeer peer = LibtorchPeer.build("g++", folder, engine.threads());
        return measure(engine, settings, Optional.of(peer), console);
      } finally {
        Files.deleteIfExists(folder.resolve("torch_learner"));
        Files.deleteIfExists(folder.resolve("torch_learner.cpp"));
        Files.deleteIfExists(folder);
      }
    }

    private static Outcome measure(
        EngineConfig engine, RunSettings settings, Optional<LibtorchPeer> peer, Console console)
        throws InterruptedException {
      return show(LearnerBench.run(engine, settings.seed(), peer, console::note), console);
    }
  }

  /** {@code tandem bench replay}. */
  @CommandLine.Command(
      name = "replay",
      description = "Sampling batches from a large replay buffer.",
      footer = {"", "Example:  ./tandem bench replay --json"})
  static final class Replay extends Command {
    @Override
    boolean hears(String key) {
      return key.equals(SEED);
    }

    @Override
    Outcome run(RunSettings settings, Console console) {
      return show(ReplayBench.run(settings.seed()), console);
    }
  }

  /** {@code tandem bench safety}. */
  @CommandLine.Command(
      name = "safety",
      description = "The arm's filter chain with limits that bind, and its quadratic program.",
      footer = {"", "Example:  ./tandem bench safety --json"})
  static final class Safety extends Command {
    @Override
    boolean hears(String key) {
      return isOfRobot(key);
    }

    @Override
    Outcome run(RunSettings settings, Console console) {
      return show(SafetyBench.run(robot(settings), settings.seed()), console);
    }
  }
}
