package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Polls a recorder on a thread of its own, as a robot needs it. When recording fails the robot goes
 * on: the ring fills and counts what it drops, and {@link #failure} tells why.
 */
public final class RecorderThread implements AutoCloseable {
  private final Recorder recorder;
  private final Clock clock;
  private final long idleNanos;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param clock the system's
   * @param idleNanos pause after a poll that found nothing
   */
  public RecorderThread(Recorder recorder, Clock clock, long idleNanos) {
    if (idleNanos <= 0) {
      throw new IllegalArgumentException("idleNanos must be > 0, got " + idleNanos);
    }
    this.recorder = recorder;
    this.clock = clock;
    this.idleNanos = idleNanos;
    this.thread = Thread.ofPlatform().name("recorder").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Why recording ended before its time; empty while all is well. Any thread. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * False when recording has failed, or more than half of the ring waits for the disk: fault F37.
   * Any thread, the control thread too.
   */
  @HotPath
  public boolean keepsUp() {
    return failure == null && recorder.keepsUp();
  }

  /**
   * Records what is left, closes the journal and throws what recording failed with, if it did. Only
   * while the control thread does not tick.
   */
  @Override
  public void close() {
    running = false;
    joinUninterruptibly();
    closeRecorder();
    failure().ifPresent(RecorderThread::rethrow);
  }

  /** Keeps the first failure: what follows is its consequence. */
  private void closeRecorder() {
    try {
      while (failure == null && poll() > 0) {
        Thread.onSpinWait();
      }
      recorder.close();
    } catch (RuntimeException e) {
      failure = failure().orElse(e);
    }
  }

  private static void rethrow(RuntimeException failure) {
    throw failure;
  }

  private void run() {
    try {
      while (running) {
        if (poll() == 0) {
          clock.awaitNanos(clock.nanoTime() + idleNanos);
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /**
   * A broken sensor makes a step that is no transition, but its ticks are in the journal and the
   * next ones must come there too.
   */
  private int poll() {
    try {
      return recorder.poll();
    } catch (IllegalArgumentException e) {
      String text = "no transition: " + e.getMessage();
      recorder.note(JournalEvent.note(clock.nanoTime(), text));
      return 1;
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
