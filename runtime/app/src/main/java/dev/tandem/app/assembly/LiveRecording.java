package dev.tandem.app.assembly;

import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.record.journal.JournalEvent;
import dev.tandem.runtime.record.journal.MisplacedJournalException;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.runtime.record.journal.RecorderThread;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.SystemClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.Optional;

/** Ring, journal and recorder on a thread of its own, for a loop that waits for nobody. */
public final class LiveRecording implements AutoCloseable {
  private static final long IDLE_NANOS = 5_000_000;

  private final Clock clock = new SystemClock();
  private final TickRing ring;
  private final Recorder recorder;
  private final RecorderThread thread;
  private Optional<RuntimeException> failedAtLast = Optional.empty();

  /**
   * Starts a journal, and nothing else before {@link #start}.
   *
   * @param onlooker gets every tick that the journal took, on the recorder's thread
   */
  public LiveRecording(SimulatedTask task, JournalPlan plan, TickHandler onlooker) {
    this.ring = JournalPlan.ring(task);
    this.recorder = plan.recorder(task, ring, transition -> {}, onlooker);
    this.thread = new RecorderThread(recorder, clock, IDLE_NANOS);
  }

  public void start() {
    thread.start();
  }

  TickSink sink() {
    return ring;
  }

  /** Leaves a line in the journal, stamped now. Any thread but the control thread. */
  public void note(String text) {
    note(text, clock.nanoTime());
  }

  /**
   * The same of something that happened a while ago.
   *
   * @param stampNanos on CLOCK_MONOTONIC; 0 for now
   */
  public void note(String text, long stampNanos) {
    recorder.note(JournalEvent.note(stampNanos == 0 ? clock.nanoTime() : stampNanos, text));
  }

  /** True when the disk is slow or has failed: fault F37. Any thread. */
  @HotPath
  public boolean fallsBehind() {
    return !thread.keepsUp();
  }

  /** Why recording ended before its time. Any thread. */
  public Optional<RuntimeException> failure() {
    return thread.failure().or(() -> failedAtLast);
  }

  /** Ticks that found no room in the ring. Any thread. */
  public long lostTicks() {
    return ring.lostTicks();
  }

  /**
   * Of so many that the loop published, those that nobody will find: all of them where the journal
   * is not where it was, else what found no room in the ring, or none on the disk. Once closed.
   */
  public long lostRecords(long published) {
    return failure().filter(MisplacedJournalException.class::isInstance).isPresent()
        ? published
        : ring.lostTicks() + thread.unacknowledgedTicks();
  }

  /**
   * Records what is left and closes the journal; what recording failed with is in {@link #failure}.
   * Once nobody ticks any more.
   */
  @Override
  public void close() {
    try {
      thread.close();
    } catch (RuntimeException e) {
      failedAtLast = failedAtLast.or(() -> Optional.of(e));
    }
  }
}
