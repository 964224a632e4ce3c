package dev.tandem.safety.watchdog;

import dev.tandem.runtime.guard.Heartbeat;
import dev.tandem.runtime.time.HotPath;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * The runtime's side: answers the watchdog's challenge, and believes in the watchdog only as long
 * as that answers its own. A new one is a new session, which the watchdog does not let drive before
 * a person arms it.
 */
public final class RuntimeHeartbeat implements Heartbeat, AutoCloseable {
  private final SharedPage page;
  private final DrivePermit permit;
  private final long session;
  private final long watchdogSilentNanos;
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
    this.watchdogSilentNanos = page.limits().watchdogSilentNanos();
    this.challenge = random.nextLong();
    page.set(Word.RUNTIME_CHALLENGE, challenge);
    page.set(Word.RUNTIME_SESSION, session);
  }

  @Override
  @HotPath
  public Pulse beat(long nowNanos) {
    answer(nowNanos);
    hear(nowNanos);
    boolean mine = page.get(Word.RUNTIME_SESSION) == session;
    if (!mine || !heard || nowNanos - heardNanos >= watchdogSilentNanos) {
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

  /** What the file says, for people. Any thread. */
  public WatchdogStatus status(long nowNanos) {
    return WatchdogStatus.of(page, nowNanos);
  }

  /** Whether a watchdog is at work on the file. Any thread. */
  public boolean isWatched(long nowNanos) {
    return status(nowNanos).isWatched(page.limits());
  }

  /** What both sides keep to. */
  public WatchdogLimits limits() {
    return page.limits();
  }

  /** Takes leave: the watchdog stops the drives at its next look. */
  @Override
  public void close() {
    if (page.get(Word.RUNTIME_SESSION) == session) {
      page.set(Word.RUNTIME_SESSION, 0);
    }
    page.close();
  }
}
