package dev.tandem.app.run;

import dev.tandem.app.assembly.Compilers;
import dev.tandem.app.assembly.Deployment;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.os.SystemdNotify;
import dev.tandem.runtime.time.Clock;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Follows a run from beside: says what changes, starts what the person asked for by starting the
 * run, tells systemd, and knows when it is over. One thread, which nothing in the loop waits for.
 */
final class RunWatch {
  private static final long POLL_NANOS = 20_000_000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** In which a robot that can be armed is, or as long as it was to drive, if that is longer. */
  private static final int LONGEST_START_SECONDS = 60;

  private final RunParts parts;
  private final Deployment deployment;
  private final ControlThread control;
  private final WatchdogLink watchdog;
  private final GrantCheck grants;
  private final PersonLines person;
  private final Consumer<String> say;
  private final StartUp startUp;
  private final Settled settled;
  private final StopNews stops;
  private boolean powered;
  private long saidTicks;

  /** Why a run ended. */
  enum Ending {
    TIME("its time was over"),
    NEVER_ARMED("it could not be armed"),
    INTERRUPT("Ctrl-C, or a polite kill"),
    STOP("it was stopped, with nobody there to recover it"),
    FAILURE("something in it failed");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  RunWatch(RunParts parts, ControlThread control, PersonLines person, Consumer<String> say) {
    this.parts = parts;
    this.deployment = parts.deployment();
    this.control = control;
    this.watchdog = parts.watchdog();
    this.grants = parts.grants();
    this.person = person;
    this.say = say;
    this.startUp = new StartUp(deployment.operator("the start"), say, watchdog.goesWhenRearmed());
    this.settled = new Settled(Compilers::rest, say);
    StopNews.Others others = new StopNews.Others(person::isPresent, watchdog::firstAid);
    this.stops = new StopNews(deployment, control, others, say);
  }

  /**
   * Until it is over.
   *
   * @param thread the control thread
   * @param seconds from when it has power; 0 for as long as it goes on
   */
  Ending follow(Future<?> thread, BooleanSupplier interrupted, int seconds, Clock clock) {
    try (SystemdNotify systemd = SystemdNotify.ofEnvironment()) {
      RunNews news = new RunNews(parts, say, systemd);
      long endNanos = NEVER;
      long giveUpNanos = NEVER;
      Optional<Ending> ending = Optional.empty();
      while (ending.isEmpty()) {
        clock.awaitNanos(clock.nanoTime() + POLL_NANOS);
        poll(systemd, news, clock.nanoTime());
        long nowNanos = clock.nanoTime();
        if (seconds > 0 && control.ticks() > 0 && (powered ? endNanos : giveUpNanos) == NEVER) {
          giveUpNanos = nowNanos + Math.max(seconds, LONGEST_START_SECONDS) * NANOS_PER_SECOND;
          endNanos = powered ? nowNanos + seconds * NANOS_PER_SECOND : NEVER;
        }
        ending = ending(thread, interrupted, nowNanos >= (powered ? endNanos : giveUpNanos));
      }
      stops.poll();
      systemd.stopping();
      return ending.get();
    }
  }

  private Optional<Ending> ending(Future<?> thread, BooleanSupplier interrupted, boolean timeUp) {
    if (thread.isDone()) {
      return Optional.of(Ending.FAILURE);
    }
    if (interrupted.getAsBoolean()) {
      return Optional.of(Ending.INTERRUPT);
    }
    if (timeUp) {
      return Optional.of(powered ? Ending.TIME : Ending.NEVER_ARMED);
    }
    if (standsForGood()) {
      return Optional.of(Ending.STOP);
    }
    return isLeftAlone() ? Optional.of(Ending.NEVER_ARMED) : Optional.empty();
  }

  /** Nothing gives it power by itself any more, and nobody is there who could, or just did. */
  private boolean isLeftAlone() {
    boolean nobody = startUp.isOver() && !person.isPresent() && !person.answers().isExpected();
    boolean unpowered = !powered && !deployment.cell().authority().mode().isPowered();
    return nobody && unpowered && !control.isStopped();
  }

  private boolean standsForGood() {
    return control.isStopped() && stops.hasToldAll() && !person.isPresent();
  }

  private void poll(SystemdNotify systemd, RunNews news, long nowNanos) {
    Mode now = deployment.cell().authority().mode();
    if (!powered && control.wasPowered()) {
      powered = true;
      grants.keep();
    }
    news.pollWatchdog();
    boolean ready = control.ticks() > 0;
    boolean settled = startUp.isOver() || this.settled.after(control.ticks());
    startUp.poll(now, settled, watchdog.permits(), person::spoke);
    news.pollMode(now);
    stops.poll();
    person.answers().tell(ready, startUp.goesByItself());
    news.pollJournal();
    news.pollLoss(powered);
    if (control.ticks() != saidTicks) {
      if (saidTicks == 0) {
        systemd.ready(watchdog.sentence());
      }
      saidTicks = control.ticks();
      systemd.alive(nowNanos);
    }
  }

  private String notPermitted() {
    String refused = parts.watchdogNews().refusal();
    return watchdog.sentence() + (refused.isEmpty() ? "" : "; " + refused);
  }

  /** Why the robot was never armed, if so. */
  String refusal() {
    String refusal = watchdog.permits() ? startUp.refusal() : notPermitted();
    return refusal.isEmpty()
        ? "a person spoke, so that nothing started by itself, and did not arm it"
        : refusal;
  }
}
