package dev.tandem.app.cli;

import dev.tandem.app.doctor.MissingException;
import dev.tandem.app.report.Announcer;
import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.os.DeadlineClock;
import dev.tandem.runtime.os.Grant;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.SystemdNotify;
import dev.tandem.runtime.os.VirtualMachineThreads;
import dev.tandem.safety.watchdog.PageException;
import dev.tandem.safety.watchdog.PageState;
import dev.tandem.safety.watchdog.StopCommand;
import dev.tandem.safety.watchdog.StopProgram;
import dev.tandem.safety.watchdog.TripCause;
import dev.tandem.safety.watchdog.Watch;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogRehearsal;
import dev.tandem.safety.watchdog.WatchdogStatus;
import dev.tandem.safety.watchdog.WatchdogThread;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps watch until it is ended, and says what happens. No thread of it waits for whoever reads
 * that: neither the one that watches, nor those that stop the drives and that end it.
 */
final class WatchdogRun {
  private static final long POLL_NANOS = 20_000_000;
  private static final double MICROS_PER_NANO = 1e-3;

  /** With a terminal that takes nothing, once the drives are stopped. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path file;
  private final WatchdogOptions options;
  private final BooleanSupplier ended;
  private final Announcer say;
  private final DeadlineClock clock = new DeadlineClock(0);
  private TripCause said = TripCause.NONE;
  private long stops;
  private long failures;
  private PageState page = PageState.THERE;

  WatchdogRun(Path file, WatchdogOptions options, Interrupt interrupt, Console console) {
    this.file = file;
    this.options = options;
    this.ended = interrupt.watch();
    this.say = new Announcer(console::note, PATIENCE);
  }

  /** Once. */
  Outcome keepWatch() {
    try (say) {
      return prepareAndKeepWatch();
    }
  }

  private Outcome prepareAndKeepWatch() {
    options.realTime();
    WatchdogLimits limits = options.limits();
    limits.looser().ifPresent(say);
    Optional<StopProgram> program = options.stopProgram();
    new WatchdogFile(file).check(options.anyDisk());
    WatchdogRehearsal.beside(file, limits);
    List<StopCommand> commands =
        program.stream().map(its -> new StopCommand(cause -> its.run(cause, say), say)).toList();
    try (Watch watch = new Watch(file, limits, List.copyOf(commands), new SecureRandom())) {
      program.ifPresent(this::tryOut);
      keepWatch(watch);
      commands.forEach(StopCommand::close);
      watch.noteFailures();
      WatchdogStatus status = watch.status(clock.nanoTime());
      boolean stopped = status.stopFailures() == 0;
      return new Outcome(stopped ? ExitCode.DONE : ExitCode.FAILED, json(status));
    } finally {
      commands.forEach(StopCommand::close);
    }
  }

  /**
   * The drives are stopped yet, by the permit: what stops them, too, is not first tried in need.
   */
  private void tryOut(StopProgram program) {
    Optional<String> problem = program.run(TripCause.NOT_ARMED, say);
    if (problem.isPresent()) {
      throw new MissingException(
          "--on-stop, tried at the start: " + problem.get(),
          "run it by hand until it stops the drives and ends with 0, then start the watchdog again"
              + " (one that takes longer: --on-stop-ms)");
    }
  }

  private void keepWatch(Watch watch) {
    WatchdogThread watching = new WatchdogThread(watch, clock);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(() -> watch(watching), "watchdog");
    thread.setUncaughtExceptionHandler((its, error) -> failure.set(error));
    thread.start();
    try (SystemdNotify systemd = SystemdNotify.ofEnvironment()) {
      systemd.ready("keeps watch over " + file);
      follow(watch, thread, systemd);
    } catch (InternalError e) { // the virtual machine's, for memory that has gone
      failure.compareAndSet(null, e);
    } finally {
      watching.end();
      join(thread);
    }
    throwFailure(watch.pageState(), failure.get());
  }

  private void throwFailure(PageState last, @Nullable Throwable failure) {
    if (last == PageState.CUT_OFF) {
      throw new PageException(
          file,
          "expected a page of memory, found that somebody has cut the file off; the drives were"
              + " stopped by --on-stop, where it was given: delete the file, start the watchdog and"
              + " what uses it again");
    }
    if (failure != null) {
      throw new IllegalStateException("the watchdog failed, and stopped the drives", failure);
    }
  }

  private void watch(WatchdogThread watching) {
    List<Grant> grants = RealTime.apply(options.realTime());
    VirtualMachineThreads.raise(options.realTime());
    grants.forEach(grant -> say.accept("watchdog: " + grant));
    watching.run();
  }

  /** Says every change, until it is ended. Reads no memory that may be gone. */
  private void follow(Watch watch, Thread thread, SystemdNotify systemd) {
    do {
      tellPage(watch.pageState());
      if (page != PageState.CUT_OFF) {
        tell(watch.status(clock.nanoTime()), systemd);
      }
      clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
    } while (!ended.getAsBoolean() && thread.isAlive());
    systemd.stopping();
  }

  private void tell(WatchdogStatus now, SystemdNotify systemd) {
    if (now.cause() != said || now.stops() != stops || now.stopFailures() != failures) {
      said = now.cause();
      stops = now.stops();
      failures = now.stopFailures();
      say.accept(file + ": " + now.sentence());
      systemd.status(now.sentence());
    }
    if (now.isWatched(options.limits())) {
      systemd.alive(clock.nanoTime());
    }
  }

  private void tellPage(PageState now) {
    boolean unreachable = now == PageState.GONE || now == PageState.REPLACED;
    if (now != page && unreachable) {
      String found = now == PageState.GONE ? "it is gone" : "another one is in its place";
      say.accept(
          file
              + ": expected this watchdog's file, found that "
              + found
              + "; nobody can arm it there any more: end it, and start it again");
    }
    page = now;
  }

  static JsonObject json(WatchdogStatus status) {
    return new JsonObject()
        .put("drives_permitted", status.drivesPermitted())
        .put("cause", status.cause().name())
        .put("stops", status.stops())
        .put("stop_command_failures", status.stopFailures())
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
