package dev.tandem.safety.intake;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * Whether the drives' stamps grow steadily: not backwards, and not on by much more than the time
 * that has passed since the last good one. Control thread.
 */
public final class StampCheck {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long maxJumpNanos;
  private double goodSeconds;
  private long goodTickNanos;
  private boolean started;

  /**
   * @param maxJumpNanos by which a stamp may run ahead of the time that has passed
   */
  public StampCheck(long maxJumpNanos) {
    this.maxJumpNanos = maxJumpNanos;
  }

  /** The first one is good; one that came before says nothing new. */
  @HotPath
  public boolean isGood(Tick tick, double stampSeconds) {
    boolean good = !started || isPlausible(tick, stampSeconds);
    if (good && !(started && stampSeconds == goodSeconds)) {
      begin(tick, stampSeconds);
    }
    return good;
  }

  /** Takes a stamp for good, whatever came before it. */
  @HotPath
  void begin(Tick tick, double stampSeconds) {
    goodSeconds = stampSeconds;
    goodTickNanos = tick.startNanos();
    started = true;
  }

  @HotPath
  private boolean isPlausible(Tick tick, double stampSeconds) {
    double byNanos = (stampSeconds - goodSeconds) * NANOS_PER_SECOND;
    double passedNanos = tick.startNanos() - goodTickNanos;
    return byNanos >= 0 && byNanos - passedNanos <= maxJumpNanos;
  }

  public void restart() {
    started = false;
  }
}
