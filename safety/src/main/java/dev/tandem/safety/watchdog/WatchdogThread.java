package dev.tandem.safety.watchdog;

import dev.tandem.runtime.time.Clock;

/**
 * Looks, waits, looks again, until it is told to end, or an error of the program ends it; then
 * stops the drives.
 */
public final class WatchdogThread implements Runnable {
  /** Of SCHED_FIFO, where nobody says another: above the runtime's. */
  public static final int USUAL_PRIORITY = 90;

  private final Watch watch;
  private final Clock clock;
  private volatile boolean ending;

  /**
   * @param clock CLOCK_MONOTONIC, as the runtime's
   */
  public WatchdogThread(Watch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!ending) {
        watch.look(clock.nanoTime());
        clock.awaitNanos(watch.nextLookNanos());
      }
      watch.end(clock.nanoTime());
    } catch (RuntimeException | Error e) { // whatever it is: nobody keeps watch any more
      breakDown(e);
      throw e;
    }
  }

  private void breakDown(Throwable error) {
    try {
      watch.breakDown();
    } catch (RuntimeException | Error e) {
      error.addSuppressed(e);
    }
  }

  /** Ends {@link #run} within a period. Any thread. */
  public void end() {
    ending = true;
  }
}
