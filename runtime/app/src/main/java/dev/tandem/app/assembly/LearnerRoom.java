package dev.tandem.app.assembly;

import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.jvm.kernel.TrialLayer;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.Clock;
import java.util.Locale;

/**
 * What plain Java takes to learn from batches, found out without taking it.
 *
 * @param bytes of networks, batches and all that they are computed in; replay buffers come on top
 * @param operations of the updates of one environment step
 * @param criticSteps of them
 * @param threads that share them
 */
public record LearnerRoom(long bytes, double operations, int criticSteps, int threads) {
  /** Of all that Java may take, in one array: what its older generation has, and a little less. */
  private static final double SHARE = 0.6;

  /** How often a critic step goes through the memory, roughly. */
  private static final int PASSES = 3;

  /** What a core moves in a second when the caches do not hold it, roughly. */
  private static final double BYTES_PER_SECOND = 10e9;

  /** Of everything that is less, the caches hold enough. */
  private static final long CACHE_BYTES = 64L << 20;

  /** Without vectors, and where nobody has measured. */
  private static final double PLAIN_OPERATIONS_PER_SECOND = 2e9;

  private static final int UNITS = 256;
  private static final int REPEATS = 20;
  private static final double GIGA = 1e9;

  /** Whether an array so large is to be had of {@code heapBytes}. */
  boolean fits(long heapBytes) {
    return bytes <= SHARE * heapBytes;
  }

  /** The same as a problem of the settings. */
  IllegalArgumentException refusal(long heapBytes) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "learner.hidden: expected networks and batches of at most %.1f GB, for which the %.1f GB"
                + " that Java may take here have room, found %.1f GB; take fewer or narrower layers,"
                + " fewer critics or smaller batches, or give Java more, for example"
                + " TANDEM_JAVA_ARGS=-Xmx%dg",
            SHARE * heapBytes / GIGA,
            heapBytes / GIGA,
            bytes / GIGA,
            (long) Math.ceil(bytes / SHARE / (1 << 30))));
  }

  /**
   * Of the updates of one environment step, roughly: multiplications and what goes through memory.
   *
   * @param operationsPerSecond of one thread
   */
  public double secondsPerStep(double operationsPerSecond) {
    double moved = bytes < CACHE_BYTES ? 0 : (double) PASSES * (criticSteps + 1) * bytes;
    return (operations / operationsPerSecond + moved / BYTES_PER_SECOND) / threads;
  }

  /** What one thread multiplies and adds in a second here, measured for a moment. */
  public static double operationsPerSecond(Clock clock) {
    if (Arithmetic.fastest() != Arithmetic.VECTOR) {
      return PLAIN_OPERATIONS_PER_SECOND;
    }
    TrialLayer layer = new TrialLayer(UNITS, UNITS, Tiling.WIDTH);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      long start = clock.nanoTime();
      layer.multiply(Tiling.chosen().tile());
      least = Math.min(least, clock.nanoTime() - start);
    }
    return layer.operations() * GIGA / Math.max(1, least);
  }
}
