package dev.tandem.app.cli;

import dev.tandem.app.bench.LoopCompany;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.soak.SoakBench;
import dev.tandem.app.soak.SoakOptions;
import dev.tandem.app.train.WritableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem bench soak}. */
@CommandLine.Command(
    name = "soak",
    description = {
      "A long session of the simulated arm with faults at random, recovered by a scripted person.",
      "Proves from its journal that no record is lost uncounted, every stop was latched, every fault"
          + " seen and every limit kept, but for the speeds of joints that somebody hits or pushes;",
      "and that memory stayed flat."
    },
    footer = {
      "",
      "Example:  ./tandem bench soak --seconds 3600 --beside learner,garbage --json",
      "Ends with 1 when a claim fails, or no fault of some kind came in that time. Without --out the journal, some 1 GB an hour, goes once it",
      "was judged. In simulated time, as fast as it goes, unless --real-time is given."
    })
final class SoakCommand extends Command {
  @Option(
      names = "--seconds",
      defaultValue = "3600",
      paramLabel = "S",
      description = "How long, in the session's own time. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the journal stays, as journal.mcap; there must be none yet.")
  private @Nullable Path out;

  @Option(
      names = "--real-time",
      description = "Against the machine's clock, with SCHED_FIFO if it may.")
  private boolean realTime;

  @Mixin private RealTimeOptions wishes = new RealTimeOptions();

  @Mixin private Company company = new Company();

  @Override
  boolean hears(String key) {
    return BenchCommands.isOfRobot(key) || key.startsWith("learner.");
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws InterruptedException, IOException {
    if (seconds < 1) {
      throw new ConfigurationException("--seconds", "expected at least 1, found " + seconds);
    }
    Path folder = folder();
    SoakOptions options =
        new SoakOptions(
            seconds,
            settings.seed(),
            realTime ? Optional.of(wishes.wishes()) : Optional.empty(),
            folder,
            out != null);
    Robot robot = BenchCommands.robot(settings);
    LoopCompany beside = company.start(settings);
    try {
      SoakBench.Result result = new SoakBench(robot, options, beside, console::note).run();
      BenchCommands.show(result.figures(), console);
      return new Outcome(result.passed() ? ExitCode.DONE : ExitCode.FAILED, result.figures());
    } finally {
      beside.end();
      if (out == null) {
        Files.deleteIfExists(folder);
      }
    }
  }

  private Path folder() throws IOException {
    if (out == null) {
      return Files.createTempDirectory("tandem-soak");
    }
    Path folder = WritableFolder.make("--out", out);
    if (Files.exists(folder.resolve("journal.mcap"))) {
      throw new ConfigurationException(
          "--out", "expected a folder without a journal.mcap, found one in " + folder);
    }
    return folder;
  }
}
