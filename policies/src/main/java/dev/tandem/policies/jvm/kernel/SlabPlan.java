package dev.tandem.policies.jvm.kernel;

/**
 * Gives out places in a slab, the one array that all of a learner's numbers live in. Places start
 * at multiples of {@link #ALIGNMENT} values, which is a cache line.
 */
public final class SlabPlan {
  /** Values in a cache line; rows of matrices come in multiples of it as well. */
  public static final int ALIGNMENT = 16;

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

  /** Values that the slab needs. */
  public int size() {
    return size;
  }
}
