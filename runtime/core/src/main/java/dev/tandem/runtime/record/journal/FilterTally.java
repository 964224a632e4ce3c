package dev.tandem.runtime.record.journal;

import java.util.List;
import java.util.function.Consumer;

/** Counts, for each filter, how many of a step's ticks it changed something in. */
final class FilterTally {
  private final String what;
  private final int[] ticks = new int[Long.SIZE];
  private final long[] first = new long[Long.SIZE];
  private long seen;
  private int all;

  /**
   * @param what they change, in the plural
   */
  FilterTally(String what) {
    this.what = what;
  }

  void add(long mask, long tick) {
    all++;
    for (long left = mask; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      first[bit] = (seen >>> bit & 1) == 0 ? tick : first[bit];
      ticks[bit]++;
      seen |= 1L << bit;
    }
  }

  /** One line for each filter that changed something since the last time. */
  void tell(List<String> names, Consumer<String> lines) {
    for (long left = seen; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      String name = bit < names.size() ? names.get(bit) : "filter " + bit;
      lines.accept(
          name
              + " changed "
              + what
              + " in "
              + ticks[bit]
              + " of "
              + all
              + " ticks, first in tick "
              + first[bit]);
      ticks[bit] = 0;
    }
    seen = 0;
    all = 0;
  }
}
