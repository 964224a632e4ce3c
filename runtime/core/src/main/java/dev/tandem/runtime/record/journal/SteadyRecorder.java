package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorder that goes on: after a sensor that was not finite at once, after a disk that took
 * nothing when it takes something again. For a robot, which does not wait for its record: meanwhile
 * the ring fills and counts what it drops. Looks once a second whether the journal is still where
 * it was. Polled and closed by one thread.
 */
public final class SteadyRecorder implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Recorder recorder;
  private final Clock clock;
  private volatile @Nullable RuntimeException failure;
  private volatile @Nullable JournalException misplaced;
  private long lookedNanos;

  /**
   * @param clock of the notes that it leaves in the journal
   */
  public SteadyRecorder(Recorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    this.lookedNanos = clock.nanoTime();
  }

  /**
   * Takes what waits in the ring, if the disk lets it. Throws what is no failure of the disk: then
   * recording is over.
   *
   * @return how many ticks it took
   */
  public int poll() {
    look();
    try {
      int ticks = recorder.poll();
      takeUp();
      return ticks;
    } catch (IllegalArgumentException e) { // a sensor; its ticks are recorded and the next must be
      recorder.note(JournalEvent.note(clock.nanoTime(), "no transition: " + e.getMessage()));
      return 1;
    } catch (JournalWriteException e) {
      failure = failure == null ? e : failure;
      return 0;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  private void look() {
    long nowNanos = clock.nanoTime();
    if (nowNanos - lookedNanos >= LOOK_NANOS) {
      lookedNanos = nowNanos;
      Optional<JournalException> found = recorder.misplaced();
      if (found.isPresent() && misplaced == null) {
        recorder.note(JournalEvent.note(nowNanos, String.valueOf(found.get().getMessage())));
      }
      misplaced = found.orElse(null);
    }
  }

  private void takeUp() {
    if (failure != null) {
      failure = null;
      String text = "the disk failed and takes records again; ticks that were dropped left gaps";
      recorder.note(JournalEvent.note(clock.nanoTime(), text));
    }
  }

  /** What recording fails with at present; empty while all is well. Any thread. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure).or(() -> Optional.ofNullable(misplaced));
  }

  /**
   * False while recording fails, the journal is not where it was, or more than half of the ring
   * waits for the disk: fault F37. Any thread, the control thread too.
   */
  @HotPath
  public boolean keepsUp() {
    return failure == null && misplaced == null && recorder.keepsUp();
  }

  /** Ticks that were published and are not safe yet. Only while nobody polls. */
  public long unacknowledgedTicks() {
    return recorder.unacknowledgedTicks();
  }

  /**
   * Records what is left and closes the journal; throws what recording failed with, if it did. Once
   * nobody publishes any more.
   */
  @Override
  public void close() {
    RuntimeException before = failure;
    misplaced = null; // closing looks again
    boolean recording = before == null || before instanceof JournalWriteException;
    try {
      while (recording && poll() > 0) {
        Thread.onSpinWait();
      }
      recorder.close();
      failure = recording ? null : before;
    } catch (RuntimeException e) {
      failure = before == null ? e : before;
    }
    Optional.ofNullable(failure).ifPresent(SteadyRecorder::rethrow);
  }

  private static void rethrow(RuntimeException failure) {
    throw failure;
  }
}
