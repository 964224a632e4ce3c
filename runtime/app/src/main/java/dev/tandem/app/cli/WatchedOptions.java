package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.run.WatchdogChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who keeps watch over a run. */
final class WatchedOptions {
  @Option(
      names = "--watchdog",
      paramLabel = "FILE",
      description =
          "The file of the watchdog that must keep watch. Without it the one of ./tandem watchdog,"
              + " if there is one.")
  private @Nullable Path file;

  @Option(
      names = "--no-watchdog",
      description =
          "Run without one, whatever there is: nothing then stops the drives for a dead run.")
  private boolean without;

  @Option(
      names = "--go-when-rearmed",
      description =
          "Whoever arms the watchdog that this run waits for lets the policy drive with it, as for a"
              + " service. Without it the robot then gets its power and stands until somebody says go.")
  private boolean goesWhenRearmed;

  WatchdogChoice choice() {
    if (without && file != null) {
      throw new ConfigurationException(
          "--no-watchdog", "expected this or --watchdog, found both; take one away");
    }
    return new WatchdogChoice(Optional.ofNullable(file), without, goesWhenRearmed);
  }
}
