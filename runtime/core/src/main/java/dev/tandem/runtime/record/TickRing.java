package dev.tandem.runtime.record;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries ticks from the control thread to the recorder without waiting. Single producer, single
 * consumer. When the recorder lags by the whole capacity, ticks are dropped and counted, and the
 * next one that gets through brings a gap with it.
 *
 * <p>The consumer polls: inline on the loop's own thread in simulation, so that runs repeat; on a
 * thread of its own on a robot. Nobody ever blocks on the ring, so publishing takes no lock.
 */
public final class TickRing implements TickSink {
  private static final long NOWHERE = -1;

  private final RingBuffer<Slot> ring;
  private final EventPoller<Slot> poller;
  private final TickRecord spare;
  private final FrameRings frames;
  private final LostTicks lost = new LostTicks();
  private long claimed = NOWHERE;
  private long lostSinceStart;
  private volatile long droppedTicks;
  private volatile FilterNames names = FilterNames.UNKNOWN;

  /**
   * @param capacity ticks, a power of two; at 1 kHz, 4096 bridge a recorder's pause of 4 s
   */
  public TickRing(int capacity, SignalSpec observation, SignalSpec action, SignalSpec command) {
    this(capacity, observation, action, command, List.of());
  }

  /**
   * The same for a loop that sees images, which are carried beside the ticks.
   *
   * @param images in the order of the observation's slots
   */
  public TickRing(
      int capacity,
      SignalSpec observation,
      SignalSpec action,
      SignalSpec command,
      List<ImageSpec> images) {
    if (capacity < 1 || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two, got " + capacity);
    }
    ring =
        RingBuffer.createSingleProducer(
            () ->
                new Slot(
                    new TickRecord(observation, action, command, images.size()), new LostTicks()),
            capacity,
            new YieldingWaitStrategy());
    poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
    spare = new TickRecord(observation, action, command, images.size());
    frames = new FrameRings(images);
  }

  @Override
  public void name(FilterNames filters) {
    names = filters;
  }

  /** What the bits of the ticks' masks stand for. Any thread. */
  public FilterNames names() {
    return names;
  }

  /** The same one again as long as it was not published, as after an error in between. */
  @Override
  @HotPath
  public TickRecord claim() {
    if (claimed != NOWHERE) {
      return ring.get(claimed).record;
    }
    if (!ring.hasAvailableCapacity(1)) {
      return spare;
    }
    claimed = ring.next();
    return ring.get(claimed).record;
  }

  @Override
  @HotPath
  public void frame(int slot, Tick tick, Image image) {
    frames.offer(slot, tick, image);
  }

  @Override
  @HotPath
  public void publish() {
    if (claimed == NOWHERE) {
      lost.add(spare);
      lostSinceStart++;
      droppedTicks = lostSinceStart;
      return;
    }
    ring.get(claimed).lostBefore.moveFrom(lost);
    ring.publish(claimed);
    claimed = NOWHERE;
  }

  /**
   * Hands over everything that waits. A tick whose handler threw counts as handed over.
   *
   * @return how many ticks were handed over
   */
  public int drain(TickHandler handler) {
    Delivery delivery = new Delivery(handler);
    try {
      poller.poll(delivery);
    } catch (Exception e) {
      throw new IllegalStateException("the ring could not be polled", e);
    }
    return delivery.finish();
  }

  /**
   * Reports ticks that were lost with none getting through after them. Only after the control
   * thread has ended.
   */
  public void drainLastGap(TickHandler handler) {
    LostTicks last = new LostTicks();
    last.moveFrom(lost);
    frames.deliver(Long.MAX_VALUE, handler);
    last.report(handler);
  }

  /** Images that found no room. Any thread. */
  public long lostFrames() {
    return frames.lost();
  }

  @Override
  @HotPath
  public long lostTicks() {
    return droppedTicks;
  }

  /** Ticks that wait for the recorder. Any thread. */
  @HotPath
  public long waitingTicks() {
    return ring.getBufferSize() - ring.remainingCapacity();
  }

  /** Ticks that may wait. */
  @HotPath
  public int capacity() {
    return ring.getBufferSize();
  }

  private record Slot(TickRecord record, LostTicks lostBefore) {}

  /** Keeps a handler's exception until the poller has counted the tick as consumed. */
  private final class Delivery implements EventPoller.Handler<Slot> {
    private final TickHandler handler;
    private @Nullable RuntimeException failure;
    private int ticks;

    Delivery(TickHandler handler) {
      this.handler = handler;
    }

    int finish() {
      if (failure != null) {
        throw failure;
      }
      return ticks;
    }

    @Override
    public boolean onEvent(Slot slot, long sequence, boolean endOfBatch) {
      ticks++;
      try {
        slot.lostBefore.report(handler);
        frames.deliver(slot.record.tick, handler);
        handler.onTick(slot.record);
        return true;
      } catch (RuntimeException e) {
        failure = e;
        return false;
      }
    }
  }
}
