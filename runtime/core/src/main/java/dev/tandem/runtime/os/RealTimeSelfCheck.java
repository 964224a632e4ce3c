package dev.tandem.runtime.os;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks once a second, on a thread of its own, whether the control thread still has what it was
 * granted; the control thread itself reads two words. From {@link #keep} on what was lost stays
 * lost, before that it may come back. When the checking thread does not come to run, that is a loss
 * as well.
 */
public final class RealTimeSelfCheck implements AutoCloseable {
  static final long PERIOD_NANOS = 1_000_000_000L;
  static final long MAX_AGE_NANOS = 3 * PERIOD_NANOS;

  private static final long SLICE_NANOS = 20_000_000;

  private final Supplier<List<String>> watch;
  private final Clock clock;
  private volatile List<String> lost = List.of();
  private volatile boolean holds = true;
  private volatile boolean keeps;
  private volatile long checkedNanos;
  private volatile boolean closed;

  /**
   * @param watch {@link RealTimeWatch#lost}
   * @param clock the control thread's
   */
  public RealTimeSelfCheck(Supplier<List<String>> watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
    this.checkedNanos = clock.nanoTime();
  }

  /** Begins to check. */
  public RealTimeSelfCheck start() {
    Thread.ofPlatform().name("real-time self-check").daemon().start(this::run);
    return this;
  }

  private void run() {
    while (!closed) {
      check();
      long nextNanos = clock.nanoTime() + PERIOD_NANOS;
      while (!closed && clock.nanoTime() < nextNanos) {
        clock.awaitNanos(clock.nanoTime() + SLICE_NANOS);
      }
    }
  }

  /** The drives have power: no loss is forgotten from now on. Any thread. */
  public void keep() {
    keeps = true;
  }

  /** One check, for whoever has a thread of its own for it. */
  public void check() {
    List<String> found = watch.get();
    if (holds || !keeps) {
      lost = List.copyOf(found);
      holds = found.isEmpty();
    }
    checkedNanos = clock.nanoTime();
  }

  /**
   * False when anything was lost, or when nobody has checked for three seconds. Any thread, the
   * control thread too.
   */
  @HotPath
  public boolean holds(long nowNanos) {
    return holds && nowNanos - checkedNanos < MAX_AGE_NANOS;
  }

  /** What is lost, or, since it is kept, was lost first; a line each. */
  public List<String> lost() {
    return lost;
  }

  @Override
  public void close() {
    closed = true;
  }
}
