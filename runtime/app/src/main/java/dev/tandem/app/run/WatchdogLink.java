package dev.tandem.app.run;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.watchdog.PageException;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogRehearsal;
import dev.tandem.safety.watchdog.WatchdogStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/** A run's tie to a watchdog process, or none. */
final class WatchdogLink implements AutoCloseable {
  /** Where {@code tandem watchdog} keeps watch when it is not told where. */
  static final Path USUAL = Path.of("/dev/shm/tandem.watchdog");

  private static final double NANOS_PER_MILLI = 1e6;

  private final Path file;
  private final Optional<RuntimeHeartbeat> heartbeat;
  private final Clock clock;
  private final boolean goesWhenRearmed;
  private volatile boolean left;

  private WatchdogLink(
      WatchdogChoice choice, Path file, Optional<RuntimeHeartbeat> heartbeat, Clock clock) {
    this.goesWhenRearmed = choice.goesWhenRearmed();
    this.file = file;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /**
   * Opens the page that was asked for, else {@code usual}, if it is there: somebody must keep watch
   * at it. One that stopped the drives and was ended since must not be got round by a new run.
   *
   * @param brakingNanos that a controlled stop may take, for which the drives need power also when
   *     the watchdog is dead
   */
  static WatchdogLink open(long brakingNanos, WatchdogChoice choice, Path usual, Clock clock) {
    Path file = choice.file().orElse(usual);
    if (choice.without() || (choice.file().isEmpty() && !Files.exists(file))) {
      return new WatchdogLink(choice, file, Optional.empty(), clock);
    }
    RuntimeHeartbeat heartbeat = new RuntimeHeartbeat(file, new SecureRandom());
    if (heartbeat.isWatched(clock.nanoTime())) {
      requireBraking(file, brakingNanos, heartbeat.limits());
      WatchdogRehearsal.beside(file, WatchdogLimits.faultMatrix());
      return new WatchdogLink(choice, file, Optional.of(heartbeat), clock);
    }
    heartbeat.close();
    throw new PageException(
        file,
        "expected a watchdog at work, found none; start ./tandem watchdog --file "
            + file
            + (choice.file().isEmpty() ? ", or run with --no-watchdog" : ""));
  }

  private static void requireBraking(Path file, long brakingNanos, WatchdogLimits limits) {
    if (limits.brakingNanos() < brakingNanos) {
      long enoughNanos = limits.watchdogSilentNanos() + brakingNanos;
      throw new PageException(
          file,
          "how long the drives' permit outlives a watchdog that is found dead: expected at least "
              + brakingNanos / NANOS_PER_MILLI
              + " ms, in which this robot may brake (authority.max_braking_s), found "
              + limits.brakingNanos() / NANOS_PER_MILLI
              + " ms; start the watchdog with --permit-ms "
              + (long) Math.ceil(enoughNanos / NANOS_PER_MILLI));
    }
  }

  /** For people: how it watches less closely than it should; empty when it does not. */
  Optional<String> looser() {
    return heartbeat.flatMap(beat -> beat.limits().looser());
  }

  /** Whether whoever arms the watchdog lets the policy drive with it. */
  boolean goesWhenRearmed() {
    return goesWhenRearmed;
  }

  /** For the control thread. */
  Optional<Heartbeat> heartbeat() {
    return heartbeat.map(beat -> beat);
  }

  /**
   * What its file says of it.
   *
   * @param without where no watchdog keeps watch
   * @param unreadable where somebody has cut the file off, and its memory is gone
   */
  private <T> T read(Function<RuntimeHeartbeat, T> what, T without, T unreadable) {
    try {
      return heartbeat.map(what).orElse(without);
    } catch (InternalError e) { // the virtual machine's for it
      return unreadable;
    }
  }

  /** Whether the drives may run as far as a watchdog is concerned. */
  boolean permits() {
    return read(beat -> beat.status(clock.nanoTime()).drivesPermitted(), true, false);
  }

  /** One line: who looks after the run, or what waits for a person. */
  String sentence() {
    if (heartbeat.isEmpty()) {
      return "no watchdog: nothing stops the drives when this process falls silent;"
          + " ./tandem watchdog keeps watch";
    }
    if (left) {
      return "watchdog " + file + ": kept watch until the run took its leave";
    }
    if (status().isEmpty()) {
      return "watchdog " + file + ": its file cannot be read any more, somebody has cut it off";
    }
    if (!isAgreed()) {
      return "watchdog %s: expected the limits that this run began with, found %s; %s"
          .formatted(file, heartbeat.map(RuntimeHeartbeat::limitsNow).orElse(""), asAgreed());
    }
    return permits()
        ? "watchdog " + file + ": the drives may run"
        : "waits for a person: "
            + heartbeat.map(beat -> beat.status(clock.nanoTime()).sentence()).orElse("")
            + "; "
            + wayOut();
  }

  /** The process that fell silent is gone or hangs: asking it for anything is of no use. */
  private String wayOut() {
    String watchdog = "./tandem watchdog --file " + file;
    return isWatched()
        ? watchdog + " --rearm --reason WHY"
        : "start it again: " + watchdog + ofOwn() + ", then --rearm --reason WHY beside it";
  }

  /** The limits that its command must be given; empty where they go without saying. */
  private String ofOwn() {
    return heartbeat
        .map(RuntimeHeartbeat::limits)
        .filter(agreed -> !agreed.equals(WatchdogLimits.faultMatrix()))
        .map(agreed -> " " + agreed.options())
        .orElse("");
  }

  /** Whether a watchdog is at work, or none is needed. */
  boolean isWatched() {
    return read(beat -> beat.isWatched(clock.nanoTime()), true, false);
  }

  /**
   * Whether it keeps what it kept when the run began. What a run checks and tells of its watchdog
   * it does at its start, before a person lets it drive; others hold for a new run.
   */
  private boolean isAgreed() {
    return read(RuntimeHeartbeat::isAgreed, true, true);
  }

  private String asAgreed() {
    String options = heartbeat.map(beat -> beat.limits().options()).orElse("");
    return "start it with " + options + ", or this run anew";
  }

  /** What a person does first with the watchdog before a recovery; empty where nothing. */
  String firstAid() {
    if (!isAgreed()) {
      return "end the watchdog, " + asAgreed() + ", rearm the watchdog, then ";
    }
    if (permits()) {
      return "";
    }
    return (isWatched() ? "" : "start the watchdog again, ") + "rearm the watchdog, then ";
  }

  /** What the watchdog says; empty without one, or without its file. */
  Optional<WatchdogStatus> status() {
    return read(
        beat -> Optional.of(beat.status(clock.nanoTime())), Optional.empty(), Optional.empty());
  }

  /** The run has ended in order, its drives have no power, and nobody beats any more. */
  void leave() {
    left = true;
    heartbeat.ifPresent(RuntimeHeartbeat::leave);
  }

  @Override
  public void close() {
    heartbeat.ifPresent(RuntimeHeartbeat::close);
  }
}
