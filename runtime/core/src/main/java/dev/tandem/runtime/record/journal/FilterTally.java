package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.LimitMasks;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Counts, for each filter and each of its limits, in how many of a step's ticks it acted. */
final class FilterTally {
  private final String what;
  private final int[] ticks = new int[Long.SIZE];
  private final long[] first = new long[Long.SIZE];
  private final int[][] ofLimit = new int[LimitMasks.MOST_FILTERS][Long.SIZE];
  private long seen;
  private int all;

  /**
   * @param what they change, in the plural
   */
  FilterTally(String what) {
    this.what = what;
  }

  void add(long mask, LimitMasks limits, long tick) {
    all++;
    for (long left = mask; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      first[bit] = (seen >>> bit & 1) == 0 ? tick : first[bit];
      ticks[bit]++;
      seen |= 1L << bit;
      addLimits(bit, limits.of(bit));
    }
  }

  private void addLimits(int filter, long mask) {
    for (long left = mask; left != 0; left &= left - 1) {
      ofLimit[filter][Long.numberOfTrailingZeros(left)]++;
    }
  }

  /**
   * One line for each filter that changed something since the last time.
   *
   * @param limits names of each filter's limits
   */
  void tell(List<String> names, List<List<String>> limits, Consumer<String> lines) {
    for (long left = seen; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      lines.accept(
          name(names, bit, "filter ")
              + " changed "
              + what
              + " in "
              + ticks[bit]
              + " of "
              + all
              + " ticks, first in tick "
              + first[bit]
              + because(bit, bit < limits.size() ? limits.get(bit) : List.of()));
      ticks[bit] = 0;
    }
    seen = 0;
    all = 0;
  }

  /** Which limits it was, and in how many ticks; empty when the filter did not say. */
  private String because(int filter, List<String> names) {
    StringJoiner limits = new StringJoiner(", ", ": ", "");
    limits.setEmptyValue("");
    for (int i = 0; filter < ofLimit.length && i < ofLimit[filter].length; i++) {
      if (ofLimit[filter][i] > 0) {
        limits.add(name(names, i, "limit ") + " in " + ofLimit[filter][i]);
        ofLimit[filter][i] = 0;
      }
    }
    return limits.toString();
  }

  private static String name(List<String> names, int index, String otherwise) {
    return index < names.size() ? names.get(index) : otherwise + index;
  }
}
