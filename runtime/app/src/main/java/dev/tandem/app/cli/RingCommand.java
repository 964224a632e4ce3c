package dev.tandem.app.cli;

import dev.tandem.app.bench.RingBench;
import dev.tandem.app.settings.RunSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code tandem bench ring}. */
@CommandLine.Command(
    name = "ring",
    description = "The ring from control thread to recorder: what publishing costs, what it takes.",
    footer = {"", "Example:  ./tandem bench ring --seconds 10 --json"})
final class RingCommand extends Command {
  @Mixin private PaceOptions pace = new PaceOptions();

  @Override
  boolean hears(String key) {
    return false;
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws InterruptedException {
    return BenchCommands.show(new RingBench(pace.options()).run(), console);
  }
}
