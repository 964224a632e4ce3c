package dev.tandem.runtime.loop;

import dev.tandem.runtime.record.TickGap;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRecord;
import org.HdrHistogram.Histogram;

/**
 * How punctual a loop was and how long its ticks took, from what it published; so the control
 * thread pays nothing for it. Recorder's thread.
 */
public final class LoopTimes implements TickHandler {
  private static final long MAX_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;

  private final long periodNanos;
  private final Histogram wakeUp = new Histogram(MAX_NANOS, DIGITS);
  private final Histogram execution = new Histogram(MAX_NANOS, DIGITS);
  private long lastTick = -1;
  private boolean armed;
  private long firstArmedNanos;
  private long lastExecutionNanos;
  private long lateByExecution;
  private long lateByWakeUp;
  private long lostTicks;

  /**
   * @param periodNanos of the loop
   */
  public LoopTimes(long periodNanos) {
    this.periodNanos = periodNanos;
  }

  @Override
  public void onTick(TickRecord record) {
    long skipped = lastTick < 0 ? 0 : Math.max(0, record.tick - lastTick - 1);
    if (lastExecutionNanos >= periodNanos) {
      lateByExecution += skipped;
    } else {
      lateByWakeUp += skipped;
    }
    firstArmedNanos = !armed && record.mode.isPowered() ? record.executionNanos : firstArmedNanos;
    armed |= record.mode.isPowered();
    wakeUp.recordValue(bounded(record.latenessNanos));
    execution.recordValue(bounded(record.executionNanos));
    lastTick = record.tick;
    lastExecutionNanos = record.executionNanos;
  }

  private static long bounded(long nanos) {
    return Math.max(0, Math.min(MAX_NANOS, nanos));
  }

  @Override
  public void onGap(TickGap gap) {
    lostTicks += gap.lostTicks();
    lastTick = gap.lastTick();
  }

  /** Nanoseconds from a tick's deadline to its beginning. */
  public Histogram wakeUp() {
    return wakeUp;
  }

  /** Nanoseconds from a tick's beginning to its record. */
  public Histogram execution() {
    return execution;
  }

  /** How long the first tick with power took; 0 where there was none. */
  public long firstArmedExecutionNanos() {
    return firstArmedNanos;
  }

  /** Ticks that were skipped because the one before took a period or longer. */
  public long lateByExecution() {
    return lateByExecution;
  }

  /** Ticks that were skipped because the thread was woken too late or taken off its core. */
  public long lateByWakeUp() {
    return lateByWakeUp;
  }

  /** Ticks that ran but were not published, because the ring was full. */
  public long lostTicks() {
    return lostTicks;
  }
}
