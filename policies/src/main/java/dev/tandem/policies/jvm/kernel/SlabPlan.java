package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Arithmetic;
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

  /** What one array of Java holds, less the cache line that its start may be moved by. */
  private static final int MOST = Integer.MAX_VALUE - 8 - ALIGNMENT;

  /** What takes places in a plan and works with kernels on them later. */
  public interface Layout<T> {
    T in(SlabPlan plan, Kernels kernels);
  }

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
    zeros = take(Tiling.WIDTH);
  }

  /** {@code count} rounded up to whole cache lines. */
  public static int aligned(int count) {
    return Math.multiplyExact(Math.ceilDiv(count, ALIGNMENT), ALIGNMENT);
  }

  /**
   * Takes a place for {@code count} values, which are zero at first.
   *
   * @throws IllegalArgumentException when there is no room left in one array
   */
  public int take(long count) {
    long end = size + Math.ceilDiv(count, ALIGNMENT) * ALIGNMENT;
    if (end > MOST) {
      throw new IllegalArgumentException(
          "learner: expected at most "
              + MOST
              + " numbers in weights, activations and batches together, found more; have fewer or"
              + " narrower layers, fewer critics, smaller batches or fewer features");
    }
    int place = size;
    size = (int) end;
    return place;
  }

  public Panels panels(int rows, int columns) {
    Panels panels = new Panels(size, rows, columns);
    take((long) panels.panels() * rows * panels.width());
    return panels;
  }

  public RowWeights rows(int inputs, int outputs) {
    RowWeights weights = new RowWeights(size, inputs, outputs);
    take((inputs + 1L) * weights.step());
    return weights;
  }

  /** A row of zeros, one panel wide; nobody writes there. */
  public int zeros() {
    return zeros;
  }

  /** A row of whole panels: {@code count} ones, then zeros. */
  public int ones(int count) {
    int place = take((long) Panels.over(count) * Tiling.WIDTH);
    ones.add(new Ones(place, count));
    return place;
  }

  /** The slab, with room for all that was taken. */
  public float[] allocate() {
    float[] slab = new float[size];
    prepare(slab);
    return slab;
  }

  private void prepare(float[] slab) {
    ones.forEach(row -> Arrays.fill(slab, row.offset, row.offset + row.count, 1));
  }

  /** Values that something laid out takes, which is found out without taking them. */
  public static <T> int size(Arithmetic arithmetic, Layout<T> layout) {
    SlabPlan draft = new SlabPlan(0);
    layout.in(draft, Kernels.of(arithmetic, new float[0]));
    return draft.size;
  }

  /**
   * Lays something out twice: once to see how large it is, and then in a slab that begins where the
   * cache lines do.
   */
  public static <T> T layOut(Arithmetic arithmetic, Layout<T> layout) {
    float[] slab = new float[size(arithmetic, layout) + ALIGNMENT];
    SlabPlan plan = new SlabPlan(OriginTrial.origin(slab));
    T result = layout.in(plan, Kernels.of(arithmetic, slab));
    plan.prepare(slab);
    return result;
  }
}
