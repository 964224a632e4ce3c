package dev.tandem.policies.jvm.kernel;

import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.function.IntToLongFunction;

/**
 * Finds out by trying for a moment where a slab's cache lines begin. What is computed is the same
 * to the bit whatever it finds.
 */
final class OriginTrial {
  /** Nobody waits longer for the compiler. */
  private static final long MOST_NANOS = 400_000_000;

  /** Only compiled code is as fast as this, in nanoseconds a vector. */
  private static final double COMPILED_NANOS = 8;

  private static final int REPEATS = 30;
  private static final int LINE = SlabPlan.ALIGNMENT;

  private static final Clock CLOCK = new SystemClock();

  private OriginTrial() {}

  /**
   * Where a slab has to begin so that its vectors lie in one cache line each, which is a matter of
   * where the virtual machine has put the array.
   *
   * @param slab with a cache line to spare
   */
  static int origin(float[] slab) {
    Panels row = new Panels(0, 1, Math.min(slab.length - LINE, 16 * Tiling.WIDTH));
    if (Arithmetic.fastest() == Arithmetic.PLAIN || row.columns() < 16 * Tiling.WIDTH) {
      return 0;
    }
    int vectors = row.columns() / Simd.LANES;
    int spare = slab.length - 1;
    awaitCompiled(() -> VectorRowSums.total(slab, row, spare, 0, 1), vectors);
    int best =
        fastestOrigin(
            origin -> {
              Panels moved = row.moved(origin);
              return leastNanos(() -> VectorRowSums.total(slab, moved, spare, 0, 1));
            });
    slab[spare] = 0;
    return best;
  }

  /** The first of those that take the least, of every other origin in a cache line. */
  static int fastestOrigin(IntToLongFunction nanosFrom) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int origin = 0; origin < LINE; origin += 2) {
      long nanos = nanosFrom.applyAsLong(origin);
      best = nanos < least ? origin : best;
      least = Math.min(least, nanos);
    }
    return best;
  }

  private static void awaitCompiled(Runnable work, int vectors) {
    long deadline = CLOCK.nanoTime() + MOST_NANOS;
    while (leastNanos(work) > COMPILED_NANOS * vectors && CLOCK.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private static long leastNanos(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      long start = CLOCK.nanoTime();
      work.run();
      least = Math.min(least, CLOCK.nanoTime() - start);
    }
    return least;
  }
}
