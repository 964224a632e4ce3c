package dev.tandem.runtime.record;

/**
 * Ticks that found no room in the ring and are lost.
 *
 * @param firstTick index of the first lost tick
 * @param lastTick index of the last lost tick
 * @param lostTicks how many were lost; fewer than the indexes span when the loop skipped some
 *     itself
 * @param stampNanos start of the first lost tick, on the loop's clock
 */
public record TickGap(long firstTick, long lastTick, long lostTicks, long stampNanos) {
  public TickGap {
    if (lostTicks < 1 || lastTick < firstTick) {
      throw new IllegalArgumentException(
          "no such gap: ticks " + firstTick + " to " + lastTick + ", " + lostTicks + " lost");
    }
  }
}
