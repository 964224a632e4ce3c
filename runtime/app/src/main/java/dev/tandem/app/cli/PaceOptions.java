package dev.tandem.app.cli;

import dev.tandem.app.bench.LoopOptions;
import dev.tandem.app.config.ConfigurationException;
import dev.tandem.runtime.os.RealTimeConfig;
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

  @Option(
      names = "--priority",
      defaultValue = "80",
      paramLabel = "N",
      description = "In SCHED_FIFO; 0 for normal scheduling. Default: ${DEFAULT-VALUE}.")
  private int priority;

  @Option(
      names = "--cpu",
      defaultValue = "-1",
      paramLabel = "N",
      description = "The only core that it runs on; -1 for any. Default: ${DEFAULT-VALUE}.")
  private int cpu;

  @Option(
      names = "--spin-us",
      defaultValue = "0",
      paramLabel = "US",
      description = "Microseconds to spin before a deadline, on a core of its own.")
  private int spinMicros;

  /** What these options ask for; throws when it cannot be. */
  LoopOptions options() {
    if (seconds < 1) {
      throw new ConfigurationException("--seconds", "expected at least 1, found " + seconds);
    }
    try {
      RealTimeConfig realTime = new RealTimeConfig(priority, cpu, true);
      return new LoopOptions((long) seconds * rateHz, rateHz, realTime, spinMicros * 1000L);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "--rate, --priority, --cpu, --spin-us", String.valueOf(e.getMessage()));
    }
  }
}
