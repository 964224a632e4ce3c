package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.util.Optional;

/**
 * Polls a recorder on a thread of its own, as a robot needs it. When the disk fails the robot goes
 * on: the ring fills and counts what it drops, {@link #failure} tells why, and the recorder tries
 * again until it succeeds.
 */
public final class RecorderThread implements AutoCloseable {
  private static final int IDLES_AFTER_FAILURE = 20;

  private final SteadyRecorder recorder;
  private final Clock clock;
  private final long idleNanos;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param clock the system's
   * @param idleNanos pause after a poll that found nothing; a failed one is followed by twenty
   */
  public RecorderThread(Recorder recorder, Clock clock, long idleNanos) {
    if (idleNanos <= 0) {
      throw new IllegalArgumentException("idleNanos must be > 0, got " + idleNanos);
    }
    this.recorder = new SteadyRecorder(recorder, clock);
    this.clock = clock;
    this.idleNanos = idleNanos;
    this.thread = Thread.ofPlatform().name("recorder").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** What recording fails with at present; empty while all is well. Any thread. */
  public Optional<RuntimeException> failure() {
    return recorder.failure();
  }

  /**
   * False while recording fails, the journal is not where it was, or more than half of the ring
   * waits for the disk: fault F37. Any thread, the control thread too.
   */
  @HotPath
  public boolean keepsUp() {
    return recorder.keepsUp();
  }

  /** Ticks that were published and are not in the journal; after {@link #close}, lost for good. */
  public long unacknowledgedTicks() {
    return recorder.unacknowledgedTicks();
  }

  /**
   * Records what is left, closes the journal and throws what recording failed with, if it did. Only
   * while the control thread does not tick.
   */
  @Override
  public void close() {
    running = false;
    joinUninterruptibly();
    recorder.close();
  }

  private void run() {
    try {
      while (running) {
        if (recorder.poll() == 0) {
          long idles = recorder.failure().isPresent() ? IDLES_AFTER_FAILURE : 1;
          clock.awaitNanos(clock.nanoTime() + idles * idleNanos);
        }
      }
    } catch (RuntimeException e) { // kept by the recorder, told when it is closed
      running = false;
    }
  }

  private void joinUninterruptibly() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
