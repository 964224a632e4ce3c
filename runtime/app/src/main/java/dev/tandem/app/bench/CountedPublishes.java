package dev.tandem.app.bench;

import com.sun.management.ThreadMXBean;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.Clock;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.Histogram;

/**
 * Publishes ticks to a ring at a loop's pace; knows how long each took and what they allocate. A
 * class of its own, without a text, for {@link CountedTicks}' reason.
 */
final class CountedPublishes {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Clock clock;
  private final TickRing ring;
  private final MutableObservation observation;
  private final Histogram nanos;

  CountedPublishes(Clock clock, TickRing ring, MutableObservation observation, Histogram nanos) {
    this.clock = clock;
    this.ring = ring;
    this.observation = observation;
    this.nanos = nanos;
  }

  /** Publishes so many ticks on the calling thread; returns the bytes that it allocated. */
  long run(long ticks, long periodNanos) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long deadlineNanos = clock.nanoTime();
    for (long tick = 0; tick < ticks; tick++) {
      deadlineNanos = Math.max(deadlineNanos, clock.nanoTime()) + periodNanos;
      clock.awaitNanos(deadlineNanos);
      publish(tick);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  void publish(long tick) {
    long startNanos = clock.nanoTime();
    TickRecord record = ring.claim();
    record.tick = tick;
    observation.copyTo(record.observation, 0);
    record.startNanos = clock.nanoTime();
    ring.publish();
    nanos.recordValue(Math.min(nanos.getHighestTrackableValue(), clock.nanoTime() - startNanos));
  }
}
