package dev.tandem.app.cli;

import dev.tandem.app.bench.LoopBench;
import dev.tandem.app.bench.LoopCompany;
import dev.tandem.app.bench.LoopDump;
import dev.tandem.app.bench.LoopOptions;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.report.WriteException;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.record.TickHandler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem bench loop}. */
@CommandLine.Command(
    name = "loop",
    description = {
      "The control loop in real time: how late it wakes up, how long its ticks take.",
      "Asks for SCHED_FIFO, a core and locked memory; says what it did not get and how to get it."
    },
    footer = {
      "",
      "Example:  ./tandem bench loop --seconds 60 --rate 1000 --cpu 1 --beside learner,garbage",
      "Figures of a machine that others share mean something only beside another loop's on the",
      "same core: scripts/compare-loop.sh runs one in C beside this one."
    })
final class LoopCommand extends Command {
  @Mixin private PaceOptions pace = new PaceOptions();

  @Option(
      names = "--phase-us",
      defaultValue = "0",
      paramLabel = "US",
      description = {
        "Deadlines this long after whole multiples of the period on CLOCK_MONOTONIC, so that loops",
        "on one core keep out of each other's way. Default: ${DEFAULT-VALUE}."
      })
  private long phaseMicros;

  @Mixin private Company company = new Company();

  @Option(
      names = "--dump",
      paramLabel = "FILE",
      description = "Deadline and wake-up of every tick, in nanoseconds of CLOCK_MONOTONIC.")
  private @Nullable Path dump;

  @Override
  boolean hears(String key) {
    return BenchCommands.isOfRobot(key) || key.startsWith("learner.");
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws InterruptedException {
    LoopOptions options = pace.options(phaseMicros);
    if (dump == null) {
      return BenchCommands.show(measure(options, settings, TickHandler.NOBODY, console), console);
    }
    try (LoopDump file = open(dump)) {
      return BenchCommands.show(measure(options, settings, file, console), console);
    }
  }

  /** Before anything is measured, so that nothing is measured in vain. */
  private static LoopDump open(Path file) {
    try {
      return new LoopDump(file);
    } catch (WriteException e) {
      throw new ConfigurationException(
          "--dump", "expected a file that can be written to, found " + file);
    }
  }

  private JsonObject measure(
      LoopOptions options, RunSettings settings, TickHandler ticks, Console console)
      throws InterruptedException {
    LoopCompany guests = company.start(settings);
    try {
      return new LoopBench(
              BenchCommands.robot(settings),
              options,
              settings.seed(),
              line -> console.note("starting: " + line))
          .run(ticks);
    } finally {
      guests.end();
    }
  }
}
