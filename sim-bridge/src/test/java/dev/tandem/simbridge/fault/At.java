package dev.tandem.simbridge.fault;

import dev.tandem.runtime.time.MutableTick;

/** Ticks of 1 ms by number, and a window that is open in some of them. */
final class At {
  static final long PERIOD_NANOS = 1_000_000;
  static final long FIRST = 5;
  static final long AFTER = 8;

  private At() {}

  static MutableTick tick(long index) {
    MutableTick tick = new MutableTick(PERIOD_NANOS);
    tick.set(index, index * PERIOD_NANOS, 0);
    return tick;
  }

  /** Open from {@link #FIRST} to before {@link #AFTER}. */
  static FaultWindow window() {
    FaultWindow window = new FaultWindow();
    window.open(FIRST, AFTER - FIRST);
    return window;
  }

  static boolean isInside(long index) {
    return index >= FIRST && index < AFTER;
  }
}
