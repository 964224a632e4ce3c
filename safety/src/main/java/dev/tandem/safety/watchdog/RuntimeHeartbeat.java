package dev.tandem.safety.watchdog;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.HotPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The runtime's side: answers the watchdog's challenge, and believes in the watchdog only as long
 * as that answers its own. A new one is a new session, which the watchdog does not let drive before
 * a person arms it.
 *
 * <p>The limits that it found when it began hold for all of it: what was checked and told then is
 * not true of others. Beside a watchdog with others it is silent, and takes that for silent.
 */
public final class RuntimeHeartbeat implements Heartbeat, AutoCloseable {
  private final SharedPage page;
  private final DrivePermit permit;
  private final long session;
  private final WatchdogLimits agreed;
  private long challenge;
  private boolean heard;
  private long heardNanos;

  /**
   * Opens the file that the watchdog made.
   *
   * @param random draws session and challenges; not seeded alike for two runs on one machine
   */
  public RuntimeHeartbeat(Path file, RandomGenerator random) {
    this(SharedPage.open(file, SharedPage.Side.RUNTIME), random);
  }

  RuntimeHeartbeat(SharedPage page, RandomGenerator random) {
    this.page = page;
    this.permit = new DrivePermit(page);
    this.session = random.nextLong() | 1;
    this.agreed = page.limits();
    this.challenge = random.nextLong();
    page.set(Word.RUNTIME_CHALLENGE, challenge);
    page.set(Word.RUNTIME_SESSION, session);
  }

  /**
   * A new session on the file that has taken the place of this one's, whose watchdog keeps the same
   * limits; this one stays as it is. Throws {@link PageException} where there is none.
   */
  public RuntimeHeartbeat successor(RandomGenerator random) {
    SharedPage next = SharedPage.open(page.file(), SharedPage.Side.RUNTIME);
    String found = next.limits().options();
    if (!next.limits().equals(agreed)) {
      next.close();
      throw new PageException(
          page.file(),
          "expected the limits that this run began with, found %s; start it with %s, or this run anew"
              .formatted(found, agreed.options()));
    }
    return new RuntimeHeartbeat(next, random);
  }

  @Override
  @HotPath
  public Pulse beat(long nowNanos) {
    if (!isAgreed()) {
      return Pulse.SILENT;
    }
    answer(nowNanos);
    hear(nowNanos);
    boolean mine = page.get(Word.RUNTIME_SESSION) == session;
    if (!mine || !heard || nowNanos - heardNanos >= agreed.watchdogSilentNanos()) {
      return Pulse.SILENT;
    }
    if (!permit.isGranted(nowNanos)) {
      return Pulse.STOPPED;
    }
    return page.get(Word.CAUSE) == TripCause.NONE.code ? Pulse.ALIVE : Pulse.SILENT;
  }

  @HotPath
  private void answer(long nowNanos) {
    long asked = page.get(Word.WATCHDOG_CHALLENGE);
    page.set(Word.RUNTIME_STAMP_NANOS, nowNanos);
    page.set(Word.RUNTIME_ANSWER, Answer.of(Answer.BY_RUNTIME, session, asked, nowNanos));
  }

  @HotPath
  private void hear(long nowNanos) {
    long answer = page.get(Word.WATCHDOG_ANSWER);
    long stampNanos = page.get(Word.WATCHDOG_STAMP_NANOS);
    if (answer == Answer.of(Answer.BY_WATCHDOG, session, challenge, stampNanos)) {
      heard = true;
      heardNanos = Math.min(stampNanos, nowNanos);
      challenge = Answer.nextChallenge(challenge);
      page.set(Word.RUNTIME_CHALLENGE, challenge);
    }
  }

  /** Whether the watchdog keeps the limits that this session began with. Any thread. */
  @HotPath
  public boolean isAgreed() {
    return page.get(Word.RUNTIME_SILENT_NANOS) == agreed.runtimeSilentNanos()
        && page.get(Word.WATCHDOG_SILENT_NANOS) == agreed.watchdogSilentNanos()
        && page.get(Word.LOOK_NANOS) == agreed.lookNanos()
        && page.get(Word.PERMIT_NANOS) == agreed.permitNanos();
  }

  /** The limits that the watchdog keeps now, as its command takes them. Any thread. */
  public String limitsNow() {
    return WatchdogLimits.options(
        page.get(Word.RUNTIME_SILENT_NANOS),
        page.get(Word.WATCHDOG_SILENT_NANOS),
        page.get(Word.LOOK_NANOS),
        page.get(Word.PERMIT_NANOS));
  }

  /** What the file says, for people. Any thread. */
  public WatchdogStatus status(long nowNanos) {
    return WatchdogStatus.of(page, nowNanos);
  }

  /** What became of the newest request to arm. Any thread. */
  public Optional<RearmAnswer> lastRequest(long nowNanos) {
    return RearmAnswer.of(page, nowNanos);
  }

  /** Whether a watchdog is at work on the file. Any thread. */
  public boolean isWatched(long nowNanos) {
    return status(nowNanos).isWatched(agreed);
  }

  /** What both sides keep to. */
  public WatchdogLimits limits() {
    return agreed;
  }

  /** What has become of the watchdog's file; a system call. Any thread. */
  public PageState pageState() {
    return page.state();
  }

  /** Takes leave: the watchdog stops the drives at its next look. Once nobody beats any more. */
  public void leave() {
    if (page.state() != PageState.CUT_OFF && page.get(Word.RUNTIME_SESSION) == session) {
      page.set(Word.RUNTIME_SESSION, 0);
    }
  }

  /** Takes leave, if it has not. */
  @Override
  public void close() {
    leave();
    page.close();
  }
}
