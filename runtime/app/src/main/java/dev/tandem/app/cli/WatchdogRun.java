package dev.tandem.app.cli;

import dev.tandem.app.config.ConfigurationException;
import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.Grant;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.SystemdNotify;
import dev.tandem.runtime.os.VirtualMachineThreads;
import dev.tandem.safety.watchdog.DriveStop;
import dev.tandem.safety.watchdog.StopCommand;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogRehearsal;
import dev.tandem.safety.watchdog.WatchdogStatus;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Keeps watch until it is ended, and says what happens; the watching thread itself says nothing.
 */
final class WatchdogRun {
  private static final long POLL_NANOS = 20_000_000;
  private static final double MICROS_PER_NANO = 1e-3;

  private final Path file;
  private final WatchdogOptions options;
  private final BooleanSupplier ended;
  private final Console console;
  private final DeadlineClock clock = new DeadlineClock(0);

  WatchdogRun(Path file, WatchdogOptions options, Interrupt interrupt, Console console) {
    this.file = file;
    this.options = options;
    this.ended = interrupt.watch();
    this.console = console;
  }

  Outcome keepWatch() {
    options.realTime();
    checkDisk();
    WatchdogRehearsal.beside(file, options.limits());
    Optional<StopCommand> command =
        options.stopCommand().map(words -> new StopCommand(words, console::note));
    List<DriveStop> stops = command.<List<DriveStop>>map(List::of).orElse(List.of());
    try (Watch watch = new Watch(file, options.limits(), stops, new SecureRandom())) {
      return Outcome.done(json(watched(watch)));
    } finally {
      command.ifPresent(StopCommand::close);
    }
  }

  private WatchdogStatus watched(Watch watch) {
    WatchdogThread watching = new WatchdogThread(watch, clock);
    Thread thread = new Thread(() -> watch(watching), "watchdog");
    thread.start();
    try (SystemdNotify systemd = SystemdNotify.ofEnvironment()) {
      systemd.ready("keeps watch over " + file);
      follow(watch, thread, systemd);
    } finally {
      watching.end();
      join(thread);
    }
    return watch.status(clock.nanoTime());
  }

  private void watch(WatchdogThread watching) {
    List<Grant> grants = RealTime.apply(options.realTime());
    VirtualMachineThreads.raise(options.realTime());
    grants.forEach(grant -> console.note("watchdog: " + grant));
    watching.run();
  }

  /** Says every change, until it is ended. */
  private void follow(Watch watch, Thread thread, SystemdNotify systemd) {
    TripCause said = TripCause.NONE;
    long stops = 0;
    do {
      WatchdogStatus now = watch.status(clock.nanoTime());
      if (now.cause() != said || now.stops() != stops) {
        said = now.cause();
        stops = now.stops();
        console.note(file + ": " + now.sentence());
        systemd.status(now.sentence());
      }
      if (now.isWatched(options.limits())) {
        systemd.alive(clock.nanoTime());
      }
      clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
    } while (!ended.getAsBoolean() && thread.isAlive());
    systemd.stopping();
  }

  private void checkDisk() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      String type = folder == null ? "" : Files.getFileStore(folder).type();
      if (!type.equals("tmpfs") && !options.anyDisk()) {
        throw new ConfigurationException(
            "--file",
            "expected a folder on a tmpfs such as /dev/shm, found "
                + type
                + "; --any-disk takes it all the same");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject json(WatchdogStatus status) {
    return new JsonObject()
        .put("drives_permitted", status.drivesPermitted())
        .put("cause", status.cause().name())
        .put("stops", status.stops())
        .put("longest_pause_us", status.longestPauseNanos() * MICROS_PER_NANO)
        .put("reason", status.reason());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
