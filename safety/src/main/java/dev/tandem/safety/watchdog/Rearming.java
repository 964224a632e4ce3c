package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * When a person may arm: a runtime has answered without a break, and not more than 3 times a
 * minute. A request from before the watchdog's start or before the stop that it would end counts
 * for nothing, nor does one that waited too long. Watchdog's thread.
 */
final class Rearming {
  static final long UNBROKEN_NANOS = 100_000_000;
  static final long MAX_AGE_NANOS = 1_000_000_000;
  static final int MAX_PER_WINDOW = 3;
  static final long WINDOW_NANOS = 60_000_000_000L;

  private final SharedPage page;
  private final long[] armedNanos = new long[MAX_PER_WINDOW];
  private long armedTimes;
  private long handled;

  Rearming(SharedPage page) {
    this.page = page;
    this.handled = page.get(Word.REQUEST);
  }

  /** True when there is a request that nobody has answered yet. */
  @HotPath
  boolean isAsked() {
    return page.get(Word.REQUEST) != handled;
  }

  /**
   * What comes of the request while the drives are stopped.
   *
   * @param stoppedNanos at which they were; a request that is found in the same look was made by
   *     somebody who did not know of it
   */
  @HotPath
  RearmResult decide(long nowNanos, long stoppedNanos, RuntimePulse runtime) {
    long stampNanos = page.get(Word.REQUEST_STAMP_NANOS);
    long ageNanos = nowNanos - stampNanos;
    if (ageNanos > MAX_AGE_NANOS || ageNanos < -MAX_AGE_NANOS) {
      return RearmResult.TOO_OLD;
    }
    if (nowNanos == stoppedNanos || stampNanos <= stoppedNanos) {
      return RearmResult.BEFORE_STOP;
    }
    if (runtime.unbrokenNanos(nowNanos) < UNBROKEN_NANOS) {
      return RearmResult.NO_RUNTIME;
    }
    long thirdLastNanos = armedNanos[(int) (armedTimes % MAX_PER_WINDOW)];
    if (armedTimes >= MAX_PER_WINDOW && nowNanos - thirdLastNanos < WINDOW_NANOS) {
      return RearmResult.TOO_OFTEN;
    }
    armedNanos[(int) (armedTimes++ % MAX_PER_WINDOW)] = nowNanos;
    return RearmResult.ARMED;
  }

  /** Keeps the reason of the request that was granted: the next one may be refused. */
  @HotPath
  void keepReason() {
    page.set(Word.GRANTED_LENGTH, page.get(Word.REASON_LENGTH));
    for (int at = 0; at < Word.MAX_REASON_BYTES; at += Long.BYTES) {
      page.set(Word.GRANTED_REASON + at, page.get(Word.REASON + at));
    }
  }

  /** Tells whoever asked. */
  @HotPath
  void answer(RearmResult result) {
    handled = page.get(Word.REQUEST);
    page.set(Word.HANDLED_RESULT, result.code);
    page.set(Word.HANDLED_REQUEST, handled);
  }
}
