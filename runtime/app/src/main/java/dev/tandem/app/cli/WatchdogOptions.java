package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.safety.watchdog.StopProgram;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a watchdog keeps watch. */
final class WatchdogOptions {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of a watchdog that does nothing else. */
  private static final double LEAST_LOOK_MILLIS = 0.1;

  /** Five times the fault matrix's: later is no watch. */
  private static final double MOST_RUNTIME_SILENT_MILLIS = 50;

  private static final double MOST_WATCHDOG_SILENT_MILLIS = 100;

  /** No robot's file allows a controlled stop more. */
  private static final double MOST_BRAKING_MILLIS = 2_000;

  /** Nobody waits longer for drives to stop. */
  private static final long MOST_ON_STOP_MILLIS = 60_000;

  @Option(
      names = "--runtime-silent-ms",
      defaultValue = "10",
      paramLabel = "MS",
      description = "Stop the drives after this silence. Default: ${DEFAULT-VALUE}.")
  private double runtimeSilentMillis;

  @Option(
      names = "--watchdog-silent-ms",
      defaultValue = "20",
      paramLabel = "MS",
      description = "The runtime stops after this one. Default: ${DEFAULT-VALUE}.")
  private double watchdogSilentMillis;

  @Option(
      names = "--permit-ms",
      defaultValue = "520",
      paramLabel = "MS",
      description =
          "The drives' permit lasts so long after the watchdog's last look: in the rest the"
              + " runtime brakes. Default: ${DEFAULT-VALUE}.")
  private double permitMillis;

  @Option(
      names = "--look-ms",
      defaultValue = "1",
      paramLabel = "MS",
      description = "From one look at the runtime to the next. Default: ${DEFAULT-VALUE}.")
  private double lookMillis;

  @Option(
      names = "--on-stop",
      paramLabel = "COMMAND",
      description =
          "For the shell, at every stop, and once at the start, where it must succeed;"
              + " $TANDEM_STOP_CAUSE says why.")
  private @Nullable String onStop;

  @Option(
      names = "--on-stop-ms",
      defaultValue = "2000",
      paramLabel = "MS",
      description = "Destroy COMMAND when it has not ended by then. Default: ${DEFAULT-VALUE}.")
  private long onStopMillis;

  @Option(
      names = "--priority",
      defaultValue = "" + WatchdogThread.USUAL_PRIORITY,
      paramLabel = "N",
      description = "In SCHED_FIFO, above the runtime's; 0: as anybody. Default: ${DEFAULT-VALUE}.")
  private int priority;

  @Option(
      names = "--cpu",
      defaultValue = "-1",
      paramLabel = "N",
      description = "The only core that it runs on; -1 for any. Default: ${DEFAULT-VALUE}.")
  private int cpu;

  @Option(
      names = "--any-disk",
      description = "Take a file that is not on a tmpfs: a disk may then hold up both sides.")
  private boolean anyDisk;

  /** Each under its own name and in its own unit, where they do not go together. */
  WatchdogLimits limits() {
    within("--look-ms", LEAST_LOOK_MILLIS, lookMillis, MOST_RUNTIME_SILENT_MILLIS / 2, "");
    double twice = 2 * lookMillis;
    String twiceLook = "twice --look-ms, ";
    within(
        "--runtime-silent-ms", twice, runtimeSilentMillis, MOST_RUNTIME_SILENT_MILLIS, twiceLook);
    within(
        "--watchdog-silent-ms",
        twice,
        watchdogSilentMillis,
        MOST_WATCHDOG_SILENT_MILLIS,
        twiceLook);
    double longest = watchdogSilentMillis + MOST_BRAKING_MILLIS;
    within("--permit-ms", watchdogSilentMillis, permitMillis, longest, "--watchdog-silent-ms, ");
    return new WatchdogLimits(
        nanos(runtimeSilentMillis),
        nanos(watchdogSilentMillis),
        nanos(lookMillis),
        nanos(permitMillis));
  }

  private static void within(
      String option, double least, double found, double most, String whatIsLeast) {
    if (!(found >= least && found <= most)) {
      throw new ConfigurationException(
          option, "expected %s%s to %s, found %s".formatted(whatIsLeast, least, most, found));
    }
  }

  private static long nanos(double millis) {
    return Math.round(millis * NANOS_PER_MILLI);
  }

  RealTimeConfig realTime() {
    return RealTimeOptions.wishes(priority, cpu, priority > 0);
  }

  Optional<StopProgram> stopProgram() {
    return Optional.ofNullable(onStop).map(this::program);
  }

  private StopProgram program(String command) {
    if (command.isBlank()) {
      throw new ConfigurationException("--on-stop", "expected a command, found nothing");
    }
    if (onStopMillis < 1 || onStopMillis > MOST_ON_STOP_MILLIS) {
      throw new ConfigurationException(
          "--on-stop-ms", "expected 1 to " + MOST_ON_STOP_MILLIS + ", found " + onStopMillis);
    }
    long limitNanos = TimeUnit.MILLISECONDS.toNanos(onStopMillis);
    return StopProgram.shell(command, limitNanos);
  }

  boolean anyDisk() {
    return anyDisk;
  }
}
