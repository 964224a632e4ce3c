package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The watchdog's judgement: lets the drives run only while it is armed and the runtime answers.
 * What stopped them stays latched until a person arms it again; so does its own start. One thread;
 * allocates nothing after it was made.
 */
public final class Watch implements AutoCloseable {
  private final SharedPage page;
  private final WatchdogLimits limits;
  private final DriveStop[] driveStops;
  private final DrivePermit permit;
  private final RuntimePulse runtime;
  private final Rearming rearming;
  private boolean armed;
  private boolean runsOut;
  private long permitUntilNanos;
  private long stoppedNanos = Long.MIN_VALUE;
  private long stops;
  private boolean looked;
  private long lastLookNanos;
  private long longestPauseNanos;

  /**
   * Makes the file, or takes over the one that an earlier watchdog left.
   *
   * @param driveStops what else stops the drives, beside the permit that it withdraws
   * @param random draws the challenges
   */
  public Watch(
      Path file, WatchdogLimits limits, List<DriveStop> driveStops, RandomGenerator random) {
    this.page = SharedPage.create(file, limits);
    this.limits = limits;
    this.driveStops = driveStops.toArray(DriveStop[]::new);
    this.permit = new DrivePermit(page);
    permit.withdraw();
    this.runtime = new RuntimePulse(page, limits.runtimeSilentNanos(), random.nextLong());
    this.rearming = new Rearming(page);
    page.set(Word.STOPS, 0);
    page.set(Word.STOP_FAILURES, 0);
    page.set(Word.LONGEST_PAUSE_NANOS, 0);
    page.set(Word.GRANTED_LENGTH, 0);
    tell(TripCause.NOT_ARMED, 0);
  }

  /** Looks at the runtime once, and judges. */
  @HotPath
  public void look(long nowNanos) {
    boolean replaced = runtime.look(nowNanos);
    if (armed) {
      TripCause cause = judge(nowNanos, replaced);
      if (cause != TripCause.NONE) {
        stop(cause, nowNanos);
      }
    } else if (runsOut && (replaced || !runtime.isAlive() || nowNanos >= permitUntilNanos)) {
      cut(TripCause.WATCHDOG_LATE);
    }
    if (rearming.isAsked()) {
      rearm(nowNanos);
    }
    if (armed) {
      permitUntilNanos = nowNanos + limits.permitNanos();
      permit.grant(permitUntilNanos);
    }
    note(nowNanos);
  }

  @HotPath
  private TripCause judge(long nowNanos, boolean replaced) {
    if (replaced) {
      return runtime.isPresent() ? TripCause.RUNTIME_REPLACED : TripCause.RUNTIME_LEFT;
    }
    if (!runtime.isAlive()) {
      return runtime.writesOn() ? TripCause.RUNTIME_ANSWERS_WRONG : TripCause.RUNTIME_SILENT;
    }
    boolean late = nowNanos - lastLookNanos >= limits.watchdogSilentNanos();
    return late ? TripCause.WATCHDOG_LATE : TripCause.NONE;
  }

  /**
   * Where only the watchdog itself was late the runtime brakes, and has power for it until the
   * permit runs out.
   */
  @HotPath
  private void stop(TripCause cause, long nowNanos) {
    armed = false;
    stoppedNanos = nowNanos;
    runsOut = cause == TripCause.WATCHDOG_LATE && nowNanos < permitUntilNanos;
    if (!runsOut) {
      cut(cause);
    }
    stops++;
    page.set(Word.STOPS, stops);
    tell(cause, nowNanos);
  }

  /**
   * First by all ways that need no page: one whose file somebody has cut off cannot be written any
   * more.
   */
  @HotPath
  private void cut(TripCause cause) {
    runsOut = false;
    try {
      for (int i = 0; i < driveStops.length; i++) {
        driveStops[i].stop(cause);
      }
    } finally { // one way that fails leaves the other
      permit.withdraw();
    }
  }

  @HotPath
  private void rearm(long nowNanos) {
    RearmResult result =
        armed ? RearmResult.ALREADY_ARMED : rearming.decide(nowNanos, stoppedNanos, runtime);
    if (result == RearmResult.ARMED) {
      rearming.keepReason();
      armed = true;
      runsOut = false;
      tell(TripCause.NONE, nowNanos);
    }
    rearming.answer(result);
  }

  @HotPath
  private void tell(TripCause cause, long nowNanos) {
    page.set(Word.CAUSE_STAMP_NANOS, nowNanos);
    page.set(Word.CAUSE, cause.code);
  }

  @HotPath
  private void note(long nowNanos) {
    if (looked) {
      longestPauseNanos = Math.max(longestPauseNanos, nowNanos - lastLookNanos);
      page.set(Word.LONGEST_PAUSE_NANOS, longestPauseNanos);
    }
    looked = true;
    lastLookNanos = nowNanos;
    noteFailures();
  }

  /** Writes down how often ways to stop have failed; after the last look, for its stop, too. */
  @HotPath
  public void noteFailures() {
    long failures = 0;
    for (int i = 0; i < driveStops.length; i++) {
      failures += driveStops[i].failures();
    }
    page.set(Word.STOP_FAILURES, failures);
  }

  /** When to look again: after a period, or when the runtime's time is up. */
  @HotPath
  public long nextLookNanos() {
    long nextNanos = lastLookNanos + limits.lookNanos();
    return armed ? Math.min(nextNanos, runtime.silentAtNanos()) : nextNanos;
  }

  /** What the file says, for people. Any thread. */
  public WatchdogStatus status(long nowNanos) {
    return WatchdogStatus.of(page, nowNanos);
  }

  /** What has become of its file; a system call. Any thread. */
  public PageState pageState() {
    return page.state();
  }

  /** Stops the drives for good. */
  public void end(long nowNanos) {
    if (armed) {
      stop(TripCause.WATCHDOG_ENDED, nowNanos);
    } else if (runsOut) {
      cut(TripCause.WATCHDOG_ENDED);
    }
  }

  /** Stops the drives for good, by all ways that are left: an error of the program ends it. */
  void breakDown() {
    armed = false;
    cut(TripCause.WATCHDOG_ENDED);
  }

  @Override
  public void close() {
    page.close();
  }
}
