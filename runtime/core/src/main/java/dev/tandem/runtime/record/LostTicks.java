package dev.tandem.runtime.record;

import dev.tandem.runtime.time.HotPath;

/** A gap that grows on the control thread without allocation. */
final class LostTicks {
  private long ticks;
  private long firstTick;
  private long lastTick;
  private long stampNanos;

  @HotPath
  void add(TickRecord record) {
    if (ticks == 0) {
      firstTick = record.tick;
      stampNanos = record.startNanos;
    }
    lastTick = record.tick;
    ticks++;
  }

  @HotPath
  void moveFrom(LostTicks other) {
    ticks = other.ticks;
    firstTick = other.firstTick;
    lastTick = other.lastTick;
    stampNanos = other.stampNanos;
    other.ticks = 0;
  }

  void report(TickHandler handler) {
    if (ticks > 0) {
      handler.onGap(new TickGap(firstTick, lastTick, ticks, stampNanos));
    }
  }
}
