package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.runtime.os.AllowedCpus;
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
      description =
          "The only core that it runs on, and nothing else of Tandem that it could wait for; -1 for"
              + " any. Default: ${DEFAULT-VALUE}.")
  private int cpu;

  @Option(
      names = "--spin-us",
      defaultValue = "0",
      paramLabel = "US",
      description = "Microseconds to spin before a deadline, on a core of its own.")
  private int spinMicros;

  RealTimeConfig wishes() {
    return wishes(priority, cpu, true);
  }

  /** Refuses a core that this process may not use, and whatever else cannot be wished for. */
  static RealTimeConfig wishes(int priority, int cpu, boolean lockMemory) {
    AllowedCpus allowed = AllowedCpus.ofThisProcess();
    if (cpu >= 0 && !allowed.mayContain(cpu)) {
      throw new ConfigurationException(
          "--cpu",
          "expected -1 or one of " + allowed + ", the cores of this process, found " + cpu);
    }
    try {
      return new RealTimeConfig(priority, cpu, lockMemory);
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
