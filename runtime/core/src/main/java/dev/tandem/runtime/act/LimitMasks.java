package dev.tandem.runtime.act;

import dev.tandem.runtime.time.HotPath;
import java.util.Arrays;

/**
 * Which limits of which filters acted: for each filter a mask, in which bit i is its limit i. One
 * writer.
 */
public final class LimitMasks {
  /** Of a chain; what those after them say is not kept. */
  public static final int MOST_FILTERS = 8;

  private final long[] masks = new long[MOST_FILTERS];

  @HotPath
  public void clear() {
    Arrays.fill(masks, 0);
  }

  @HotPath
  public void set(int filter, long mask) {
    if (filter < MOST_FILTERS) {
      masks[filter] = mask;
    }
  }

  @HotPath
  public long of(int filter) {
    return filter < MOST_FILTERS ? masks[filter] : 0;
  }

  @HotPath
  public void copyFrom(LimitMasks other) {
    System.arraycopy(other.masks, 0, masks, 0, MOST_FILTERS);
  }

  /** Up to the last filter of which a limit acted. */
  public long[] toArray() {
    int size = MOST_FILTERS;
    while (size > 0 && masks[size - 1] == 0) {
      size--;
    }
    return Arrays.copyOf(masks, size);
  }
}
