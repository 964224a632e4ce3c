package dev.tandem.runtime.record;

/** Where the control loop leaves its ticks. Claim, fill, publish; single producer; never waits. */
public interface TickSink {
  /**
   * The slot to fill, or a slot that leads nowhere when there is no room: then the tick is lost,
   * counted.
   */
  TickRecord claim();

  /** Hands the claimed slot over. */
  void publish();

  /** Says, before the first tick, what the bits of its masks stand for. */
  default void name(FilterNames names) {}

  /** Ticks lost for want of room since the start. Any thread. */
  default long lostTicks() {
    return 0;
  }
}
