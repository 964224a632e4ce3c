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

  public RowWeights rows(int inputs, int outputs) {
    RowWeights weights = new RowWeights(size, inputs, outputs);
    take(weights.size());
    return weights;
  }

  /** A row of zeros, one panel wide; nobody writes there. */
  public int zeros() {
    return zeros;
  }

  /** A row of whole panels: {@code count} ones, then zeros. */
  public int ones(int count) {
    int place = take(Panels.over(count) * Tiling.WIDTH);
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

  /**
   * Lays something out twice: once to see how large it is, and then in a slab that begins where the
   * cache lines do.
   */
  public static <T> T layOut(Arithmetic arithmetic, Layout<T> layout) {
    SlabPlan draft = new SlabPlan(0);
    layout.in(draft, Kernels.of(arithmetic, new float[0]));
    float[] slab = new float[draft.size + ALIGNMENT];
    SlabPlan plan = new SlabPlan(OriginTrial.origin(slab));
    T result = layout.in(plan, Kernels.of(arithmetic, slab));
    plan.prepare(slab);
    return result;
  }
}
