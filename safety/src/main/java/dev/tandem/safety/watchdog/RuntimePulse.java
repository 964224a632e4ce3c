package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * What the watchdog knows of the runtime: when it last answered the present challenge. A new
 * challenge is asked once the last was answered. Watchdog's thread.
 */
final class RuntimePulse {
  private final SharedPage page;
  private final long silentNanos;
  private long session;
  private long challenge;
  private long heardNanos;
  private long unbrokenSinceNanos;
  private boolean alive;

  RuntimePulse(SharedPage page, long silentNanos, long firstChallenge) {
    this.page = page;
    this.silentNanos = silentNanos;
    this.challenge = firstChallenge;
    page.set(Word.WATCHDOG_CHALLENGE, challenge);
  }

  /** Answers and listens; true when the runtime is another than at the last look. */
  @HotPath
  boolean look(long nowNanos) {
    boolean replaced = meet();
    answer(nowNanos);
    hear(nowNanos);
    if (nowNanos - heardNanos >= silentNanos) {
      alive = false;
    }
    return replaced;
  }

  @HotPath
  private boolean meet() {
    long found = page.get(Word.RUNTIME_SESSION);
    boolean replaced = found != session;
    if (replaced) {
      session = found;
      alive = false;
    }
    return replaced;
  }

  @HotPath
  private void answer(long nowNanos) {
    long asked = page.get(Word.RUNTIME_CHALLENGE);
    page.set(Word.WATCHDOG_STAMP_NANOS, nowNanos);
    page.set(Word.WATCHDOG_ANSWER, Answer.of(Answer.BY_WATCHDOG, session, asked, nowNanos));
  }

  @HotPath
  private void hear(long nowNanos) {
    long answer = page.get(Word.RUNTIME_ANSWER);
    long stampNanos = page.get(Word.RUNTIME_STAMP_NANOS);
    if (session == 0 || answer != Answer.of(Answer.BY_RUNTIME, session, challenge, stampNanos)) {
      return;
    }
    heardNanos = Math.min(stampNanos, nowNanos);
    challenge = Answer.nextChallenge(challenge);
    page.set(Word.WATCHDOG_CHALLENGE, challenge);
    if (!alive) {
      alive = true;
      unbrokenSinceNanos = nowNanos;
    }
  }

  @HotPath
  boolean isAlive() {
    return alive;
  }

  /** When the runtime will count as silent if it does not answer before. */
  @HotPath
  long silentAtNanos() {
    return heardNanos + silentNanos;
  }

  /** How long the runtime has answered without a break. */
  @HotPath
  long unbrokenNanos(long nowNanos) {
    return alive ? nowNanos - unbrokenSinceNanos : 0;
  }

  /** True when there is a runtime in the place of the one before. */
  @HotPath
  boolean isPresent() {
    return session != 0;
  }

  /** True when the runtime has written since its last right answer: it goes on, but wrongly. */
  @HotPath
  boolean writesOn() {
    return page.get(Word.RUNTIME_STAMP_NANOS) > heardNanos;
  }
}
