package dev.tandem.runtime.record;

import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.time.Tick;

/** Where the control loop leaves its ticks. Claim, fill, publish; single producer; never waits. */
public interface TickSink {
  /**
   * The slot to fill, or a slot that leads nowhere when there is no room: then the tick is lost,
   * counted.
   */
  TickRecord claim();

  /** Hands the claimed slot over. */
  void publish();

  /** Takes a copy of an image that the tick that is being filled is the first to see. */
  default void frame(int slot, Tick tick, Image image) {}

  /** Says, before the first tick, what the bits of its masks stand for. */
  default void name(FilterNames names) {}

  /** Ticks lost for want of room since the start. Any thread. */
  default long lostTicks() {
    return 0;
  }
}
