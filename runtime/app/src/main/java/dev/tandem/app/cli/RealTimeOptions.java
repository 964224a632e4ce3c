package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.runtime.os.RealTimeConfig;
import picocli.CommandLine.Option;

/** What a control thread asks of the kernel. */
final class RealTimeOptions {
  private static final long NANOS_PER_MICRO = 1000;

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

  RealTimeConfig wishes() {
    try {
      return new RealTimeConfig(priority, cpu, true);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("--priority, --cpu", String.valueOf(e.getMessage()));
    }
  }

  long spinNanos() {
    if (spinMicros < 0) {
      throw new ConfigurationException("--spin-us", "expected at least 0, found " + spinMicros);
    }
    return spinMicros * NANOS_PER_MICRO;
  }
}
