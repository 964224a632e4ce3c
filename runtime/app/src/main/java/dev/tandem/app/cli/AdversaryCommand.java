package dev.tandem.app.cli;

import dev.tandem.app.bench.AdversaryBench;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.settings.RunSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code tandem bench adversary}. */
@CommandLine.Command(
    name = "adversary",
    description = {
      "What gets past the safety chain when policy and controller mean harm.",
      "NaN, infinities, largest values, bang-bang, drift and replays at the simulated arm; every"
          + " limit is checked at every tick by code that is not the filters'."
    },
    footer = {
      "",
      "Example:  ./tandem bench adversary --ticks 1000000 --seed 1 --json",
      "Ends with 1 when any limit was violated."
    })
final class AdversaryCommand extends Command {
  @Option(
      names = "--ticks",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "Control ticks of 1 ms. Default: ${DEFAULT-VALUE}.")
  private long ticks = 1_000_000;

  @Override
  boolean hears(String key) {
    return BenchCommands.isOfRobot(key);
  }

  @Override
  Outcome run(RunSettings settings, Console console) {
    if (ticks < 1) {
      throw new ConfigurationException("--ticks", "expected >= 1, found " + ticks);
    }
    AdversaryBench.Result result =
        AdversaryBench.run(BenchCommands.robot(settings), ticks, settings.seed(), console::note);
    result.lines().forEach(console::say);
    ExitCode exit = result.violations() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    return new Outcome(exit, result.figures());
  }
}
