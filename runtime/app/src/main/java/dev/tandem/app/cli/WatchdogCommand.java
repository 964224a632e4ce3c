package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.safety.watchdog.RearmRequest;
import dev.tandem.safety.watchdog.RearmResult;
import dev.tandem.safety.watchdog.SharedPage;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem watchdog}. */
@CommandLine.Command(
    name = "watchdog",
    description = {
      "Stops the drives when the runtime falls silent, until a person arms it again.",
      "A process of its own; the runtime in turn stops when this one falls silent."
    },
    footer = {
      "",
      "Example:  ./tandem watchdog --file /dev/shm/tandem.watchdog --on-stop 'relay off'",
      "          ./tandem watchdog --file /dev/shm/tandem.watchdog --rearm --reason 'cell is empty'",
      "Exit code 1 when it was not armed, or when --status finds the drives stopped."
    })
final class WatchdogCommand extends Command {
  @Option(
      names = "--file",
      defaultValue = "/dev/shm/tandem.watchdog",
      paramLabel = "FILE",
      description = "Shared with the runtime; on a tmpfs. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of("");

  @Option(names = "--rearm", description = "Asks the watchdog at work to let the drives run.")
  private boolean rearm;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the drives may run again; with --rearm.")
  private @Nullable String reason;

  @Option(names = "--status", description = "Says whether the drives may run, and why not.")
  private boolean status;

  @Mixin private WatchdogOptions options = new WatchdogOptions();

  private final Clock clock = new SystemClock();

  @Override
  Outcome run(RunSettings settings, Console console) {
    if (rearm != (reason != null)) {
      throw new ConfigurationException("--reason", "expected together with --rearm");
    }
    if (reason != null) {
      return askToArm(reason, console);
    }
    return status
        ? showStatus(console)
        : new WatchdogRun(file, options, tandem().interrupt, console).keepWatch();
  }

  private Outcome askToArm(String because, Console console) {
    if (because.isBlank()) {
      throw new ConfigurationException("--reason", "expected a reason, found nothing");
    }
    int bytes = because.strip().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > RearmRequest.MOST_REASON_BYTES) {
      throw new ConfigurationException(
          "--reason",
          "expected at most %d bytes of UTF-8, found %d"
              .formatted(RearmRequest.MOST_REASON_BYTES, bytes));
    }
    try (RearmRequest request = new RearmRequest(file, clock)) {
      Optional<RearmResult> result = request.ask(because);
      boolean armed = result.equals(Optional.of(RearmResult.ARMED));
      String said =
          result
              .map(RearmResult::words)
              .orElse("expected an answer within 1 s, found none: no watchdog is at work");
      console.say(file + ": " + said);
      JsonObject json =
          new JsonObject().put("armed", armed).put("answer", said).put("reason", because);
      return new Outcome(armed ? ExitCode.DONE : ExitCode.FAILED, json);
    }
  }

  private Outcome showStatus(Console console) {
    try (SharedPage page = SharedPage.open(file)) {
      WatchdogStatus found = WatchdogStatus.of(page, clock.nanoTime());
      console.say(file + ": " + found.sentence());
      ExitCode exit = found.drivesPermitted() ? ExitCode.DONE : ExitCode.FAILED;
      return new Outcome(exit, WatchdogRun.json(found));
    }
  }
}
