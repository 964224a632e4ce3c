package dev.tandem.runtime.model;

import dev.tandem.runtime.time.HotPath;

/**
 * The numbers that something was calculated from last: where they come again the result still
 * stands. Compared to the bit, so that what is no number is the same as itself, and no zero as the
 * other. One thread.
 */
public final class LastNumbers {
  private final double[] last;
  private boolean known;

  /** Of so many numbers, none of which came yet. */
  public LastNumbers(int size) {
    this.last = new double[size];
  }

  /** True when {@code values[offset ..]} are not those of the last time; they are from now on. */
  @HotPath
  public boolean areOthers(double[] values, int offset) {
    long difference = 0;
    for (int i = 0; i < last.length; i++) {
      long bits = Double.doubleToRawLongBits(values[offset + i]);
      difference |= Double.doubleToRawLongBits(last[i]) ^ bits;
    }
    boolean others = !known || difference != 0;
    if (others) {
      System.arraycopy(values, offset, last, 0, last.length);
      known = true;
    }
    return others;
  }

  /** The next ones are others, whatever they are. */
  @HotPath
  public void forget() {
    known = false;
  }
}
