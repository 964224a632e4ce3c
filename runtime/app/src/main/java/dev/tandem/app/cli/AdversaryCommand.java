package dev.tandem.app.cli;

import dev.tandem.app.bench.AdversaryBench;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
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
      "Ends with 1 when any limit was violated, or was exercised by no tick of a world."
    })
final class AdversaryCommand extends Command {
  private static final int ENOUGH_TICKS = 1_000_000;

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
    result.unproved().forEach(limit -> console.say("not exercised by any tick of " + limit));
    boolean proved = result.unproved().isEmpty();
    if (!proved) {
      console.say(
          "expected every limit to be exercised in every world, found "
              + result.unproved().size()
              + " that were not, so nothing is shown of these; give more --ticks, "
              + ENOUGH_TICKS
              + " are enough for a robot that has them all");
    }
    boolean passed = proved && result.violations() == 0;
    JsonObject figures = result.figures().put("passed", passed);
    return new Outcome(passed ? ExitCode.DONE : ExitCode.FAILED, figures);
  }
}
