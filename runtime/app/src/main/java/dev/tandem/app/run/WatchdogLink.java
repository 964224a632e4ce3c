package dev.tandem.app.run;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.Clock;
import dev.tandem.safety.watchdog.PageException;
import dev.tandem.safety.watchdog.PageState;
import dev.tandem.safety.watchdog.RuntimeHeartbeat;
import dev.tandem.safety.watchdog.WatchdogLimits;
import dev.tandem.safety.watchdog.WatchdogRehearsal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** A run's tie to a watchdog process, or none. */
final class WatchdogLink implements AutoCloseable {
  /** Where {@code tandem watchdog} keeps watch when it is not told where. */
  static final Path USUAL = Path.of("/dev/shm/tandem.watchdog");

  private static final String NOBODY =
      "no watchdog: nothing stops the drives when this process falls silent;"
          + " ./tandem watchdog keeps watch";

  private static final double NANOS_PER_MILLI = 1e6;
  private static final long TRY_NANOS = 1_000_000_000;

  private final Path file;
  private final Optional<SuccessiveHeartbeat> heartbeat;
  private final Clock clock;
  private final boolean goesWhenRearmed;
  private Optional<String> obstacle = Optional.empty();
  private long triedNanos;
  private Optional<WatchdogView> last = Optional.empty();
  private volatile boolean left;

  private WatchdogLink(
      WatchdogChoice choice, Path file, Optional<SuccessiveHeartbeat> heartbeat, Clock clock) {
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
    SecureRandom random = new SecureRandom();
    RuntimeHeartbeat heartbeat = new RuntimeHeartbeat(file, random);
    if (heartbeat.isWatched(clock.nanoTime())) {
      requireBraking(file, brakingNanos, heartbeat.limits());
      WatchdogRehearsal.beside(file, WatchdogLimits.faultMatrix());
      SuccessiveHeartbeat first = new SuccessiveHeartbeat(heartbeat, random);
      return new WatchdogLink(choice, file, Optional.of(first), clock);
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
    return heartbeat.flatMap(beat -> beat.newest().limits().looser());
  }

  /** Whether whoever arms the watchdog lets the policy drive with it. */
  boolean goesWhenRearmed() {
    return goesWhenRearmed;
  }

  /** For the control thread. */
  Optional<Heartbeat> heartbeat() {
    return heartbeat.map(beat -> beat);
  }

  /** What the run sees of it now; empty without one. */
  Optional<WatchdogView> view() {
    return heartbeat.map(beat -> WatchdogView.of(file, beat.newest(), clock.nanoTime()));
  }

  /** Whether the drives may run as far as a watchdog is concerned. */
  boolean permits() {
    return view().map(WatchdogView::permits).orElse(true);
  }

  /** One line: who looks after the run, or what waits for a person. Onlooker's thread. */
  String sentence() {
    if (obstacle.isPresent()) {
      return "waits for a person: cannot go over to the watchdog's new file: " + obstacle.get();
    }
    return view().map(WatchdogView::sentence).orElse(NOBODY);
  }

  /** What is to be done about its file, where somebody has cut it off under the run. */
  Optional<String> cutOff() {
    return view().filter(seen -> seen.page() == PageState.CUT_OFF).map(WatchdogView::sentence);
  }

  /** What a person does first with the watchdog before a recovery; empty where nothing. */
  String firstAid() {
    return view().map(WatchdogView::firstAid).orElse("");
  }

  /**
   * Goes over to the watchdog whose file has taken the old one's place, once that is silent. No
   * start can come of it: a person has to arm the new one. Onlooker's thread.
   *
   * @param powered whether the drives have power, for which the old one must answer
   * @return whether it did
   */
  boolean follow(boolean powered) {
    Optional<SuccessiveHeartbeat> replaced =
        heartbeat.filter(beat -> !powered && view().filter(WatchdogView::isReplaced).isPresent());
    if (replaced.isEmpty()) {
      obstacle = Optional.empty();
      return false;
    }
    boolean tried = obstacle.isPresent() && clock.nanoTime() - triedNanos < TRY_NANOS;
    return !tried && goOver(replaced.get());
  }

  private boolean goOver(SuccessiveHeartbeat beat) {
    triedNanos = clock.nanoTime();
    try {
      beat.goOver();
      obstacle = Optional.empty();
    } catch (PageException e) {
      obstacle = Optional.of(String.valueOf(e.getMessage()));
    }
    return obstacle.isEmpty();
  }

  /** Keeps what is seen of it just before the run leaves. Onlooker's thread. */
  void lookLast() {
    last = view();
  }

  /**
   * The run has ended in order, its drives have no power, and nobody beats any more. Control
   * thread; a watchdog gives it a few milliseconds from its last beat.
   */
  void leave() {
    heartbeat.ifPresent(SuccessiveHeartbeat::leave);
    left = true;
  }

  /** For the report: who looked after the run to its end. */
  String lastSentence() {
    return left ? last.map(WatchdogView::lastSentence).orElse(NOBODY) : sentence();
  }

  @Override
  public void close() {
    heartbeat.ifPresent(SuccessiveHeartbeat::close);
  }
}
