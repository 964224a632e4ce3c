package dev.tandem.simbridge.randomize;

import dev.tandem.runtime.time.HotPath;

/**
 * Numbers of past ticks, of which each tick hands on those of some ticks before. Never older ones
 * than the tick before handed on. One thread.
 */
final class DelayLine {
  private final double[] kept;
  private final int width;
  private final int capacity;
  private long written;
  private long shown;

  /**
   * @param width numbers of one tick
   * @param mostTicks that a number is ever late
   */
  DelayLine(int width, int mostTicks) {
    this.width = width;
    this.capacity = mostTicks + 1;
    this.kept = new double[width * capacity];
  }

  /** Forgets all; what comes next is the first, and shown until more is there. */
  @HotPath
  void clear() {
    written = 0;
    shown = 0;
  }

  /** Takes {@code values}, and replaces them by those of {@code ticks} before, if there are any. */
  @HotPath
  void delay(double[] values, int ticks) {
    System.arraycopy(values, 0, kept, slot(written), width);
    long late = written - Math.min(ticks, capacity - 1);
    shown = Math.max(shown, late);
    written++;
    System.arraycopy(kept, slot(shown), values, 0, width);
  }

  private int slot(long tick) {
    return (int) (tick % capacity) * width;
  }
}
