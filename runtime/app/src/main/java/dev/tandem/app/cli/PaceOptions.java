package dev.tandem.app.cli;

import dev.tandem.app.bench.LoopOptions;
import dev.tandem.app.config.ConfigurationException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long and how fast a bench of the control thread runs, and what it asks of the kernel. */
final class PaceOptions {
  @Option(
      names = "--seconds",
      defaultValue = "10",
      paramLabel = "S",
      description = "How long. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "HZ",
      description = "Ticks a second. Default: ${DEFAULT-VALUE}.")
  private int rateHz;

  @Mixin private RealTimeOptions realTime = new RealTimeOptions();

  /** What these options ask for; throws when it cannot be. */
  LoopOptions options() {
    if (seconds < 1) {
      throw new ConfigurationException("--seconds", "expected at least 1, found " + seconds);
    }
    try {
      return new LoopOptions(
          (long) seconds * rateHz, rateHz, realTime.wishes(), realTime.spinNanos());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("--rate, --spin-us", String.valueOf(e.getMessage()));
    }
  }
}
