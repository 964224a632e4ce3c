package dev.tandem.app.cli;

import dev.tandem.app.bench.SimBench;
import dev.tandem.app.settings.RunSettings;
import java.io.IOException;
import picocli.CommandLine;

/** {@code tandem bench sim}. */
@CommandLine.Command(
    name = "sim",
    description =
        "MuJoCo's steps a second, of one world and of eight at once, beside a program in C.",
    footer = {"", "Example:  ./tandem bench sim --json"})
final class SimCommand extends Command {
  @Override
  boolean hears(String key) {
    return false;
  }

  @Override
  Outcome run(RunSettings settings, Console console) throws IOException, InterruptedException {
    return BenchCommands.show(SimBench.run(), console);
  }
}
