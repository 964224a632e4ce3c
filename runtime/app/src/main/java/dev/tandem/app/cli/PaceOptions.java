package dev.tandem.app.cli;

import dev.tandem.app.bench.LoopOptions;
import dev.tandem.app.config.ConfigurationException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long and how fast a bench of the control thread runs, and what it asks of the kernel. */
final class PaceOptions {
  private static final long NANOS_PER_MICRO = 1_000;

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

  /**
   * What these options ask for, deadlines at whole multiples of the period; throws when it cannot
   * be.
   */
  LoopOptions options() {
    return options(0);
  }

  /** The same with deadlines so long after whole multiples of the period. */
  LoopOptions options(long phaseMicros) {
    if (seconds < 1) {
      throw new ConfigurationException("--seconds", "expected at least 1, found " + seconds);
    }
    if (rateHz < 1 || rateHz > LoopOptions.MAX_RATE_HZ) {
      throw new ConfigurationException(
          "--rate",
          "expected 1 to " + LoopOptions.MAX_RATE_HZ + " ticks a second, found " + rateHz);
    }
    try {
      return new LoopOptions(
          (long) seconds * rateHz,
          rateHz,
          phaseMicros * NANOS_PER_MICRO,
          realTime.wishes(),
          realTime.spinNanos());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("--phase-us, --spin-us", String.valueOf(e.getMessage()));
    }
  }
}
