package dev.tandem.policies.jvm.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives out places in a slab, the one array that all of a learner's numbers live in. Places start
 * at multiples of {@link #ALIGNMENT} values, which is a cache line.
 */
public final class SlabPlan {
  /** Values in a cache line; rows of matrices come in multiples of it as well. */
  public static final int ALIGNMENT = 16;

  /** A row that starts with ones. */
  private record Ones(int offset, int count) {}

  private final List<Ones> ones = new ArrayList<>();
  private final int zeros;
  private int size;

  /**
   * @param origin of the first place, for a slab whose cache lines start there
   */
  public SlabPlan(int origin) {
    size = origin;
    zeros = take(Panels.WIDTH);
  }

  /** {@code count} rounded up to whole cache lines. */
  public static int aligned(int count) {
    return Math.multiplyExact(Math.ceilDiv(count, ALIGNMENT), ALIGNMENT);
  }

  /** Takes a place for {@code count} values, which are zero at first. */
  public int take(int count) {
    int place = size;
    size = Math.addExact(size, aligned(count));
    return place;
  }

  public Panels panels(int rows, int columns) {
    Panels panels = new Panels(size, rows, columns);
    take(panels.size());
    return panels;
  }

  /** A row of zeros, one panel wide; nobody writes there. */
  public int zeros() {
    return zeros;
  }

  /** A row of whole panels: {@code count} ones, then zeros. */
  public int ones(int count) {
    int place = take(Panels.over(count) * Panels.WIDTH);
    ones.add(new Ones(place, count));
    return place;
  }

  /** The slab, with room for all that was taken. */
  public float[] allocate() {
    float[] slab = new float[size];
    ones.forEach(row -> Arrays.fill(slab, row.offset, row.offset + row.count, 1));
    return slab;
  }
}
