package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.HotPath;

/**
 * When a person may arm: a runtime has answered without a break, and not more than 3 times a
 * minute. A request from before the watchdog's start, or one that waited too long, counts for
 * nothing. Watchdog's thread.
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

  @HotPath
  RearmResult decide(long nowNanos, boolean armed, RuntimePulse runtime) {
    if (armed) {
      return RearmResult.ALREADY_ARMED;
    }
    if (nowNanos - page.get(Word.REQUEST_STAMP_NANOS) > MAX_AGE_NANOS) {
      return RearmResult.TOO_OLD;
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

  /** Tells whoever asked. */
  @HotPath
  void answer(RearmResult result) {
    handled = page.get(Word.REQUEST);
    page.set(Word.HANDLED_RESULT, result.code);
    page.set(Word.HANDLED_REQUEST, handled);
  }
}
