package dev.tandem.policies.jvm.kernel;

import dev.tandem.runtime.time.Clock;
import dev.tandem.runtime.time.SystemClock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Finds the tile and the panels in which this machine multiplies fastest. It works on products like
 * those of an update, on slabs of its own, and touches no class that already knows the answer.
 */
final class TilingTrial {
  /** Nobody waits longer for the compiler. What is not compiled then is not tried. */
  private static final long MOST_NANOS = 800_000_000;

  /** Only compiled code is as fast as this, in nanoseconds a vector. */
  private static final double COMPILED_NANOS = 8;

  /** Of the layer that is tried: as in most policies. */
  private static final int UNITS = 256;

  /** A whole batch, as with fewer rows wide panels look better than they are. */
  private static final int ROWS = 256;

  private static final int REPEATS = 30;

  /** Others than the usual have to be faster by more than chance. */
  private static final double WORTH_IT = 0.97;

  private final Clock clock;
  private final BiConsumer<TrialLayer, Tile> work;

  /**
   * @param work multiplies a layer in a tile
   */
  TilingTrial(Clock clock, BiConsumer<TrialLayer, Tile> work) {
    this.clock = clock;
    this.work = work;
  }

  /** Takes a few tenths of a second, most of them the compiler's. */
  static Tiling run() {
    boolean manyRegisters = Simd.LANES == 16 || System.getProperty("os.arch", "").equals("aarch64");
    return new TilingTrial(new SystemClock(), TrialLayer::multiply).run(tiles(manyRegisters));
  }

  /**
   * The tile in the usual panels, then the panels for that tile.
   *
   * @param tiles the usual one first, which it is when there was no time to try
   */
  Tiling run(List<Tile> tiles) {
    List<Tile> compiled = compiled(tiles);
    if (!compiled.contains(tiles.get(0))) {
      return new Tiling(tiles.get(0), Tiling.USUAL_COLUMNS);
    }
    TrialLayer usual = new TrialLayer(ROWS, UNITS, Tiling.USUAL_COLUMNS);
    Tile tile = fastest(compiled, each -> work.accept(usual, each));
    List<TrialLayer> layers =
        Tiling.panelCandidates().stream()
            .map(columns -> new TrialLayer(ROWS, UNITS, columns))
            .toList();
    return new Tiling(tile, fastest(layers, each -> work.accept(each, tile)).columns());
  }

  /**
   * The usual one first: with sixteen registers the wide tile's sums go through memory.
   *
   * @param manyRegisters whether there are 32 for vectors
   */
  static List<Tile> tiles(boolean manyRegisters) {
    return manyRegisters
        ? List.of(Tile.WIDE, Tile.HALF, Tile.NARROW)
        : List.of(Tile.HALF, Tile.WIDE, Tile.NARROW);
  }

  /** The first, unless another takes clearly less; then the first of those that take the least. */
  static <T> T best(List<T> candidates, ToLongFunction<T> nanos) {
    T best = candidates.get(0);
    double least = WORTH_IT * nanos.applyAsLong(best);
    for (T candidate : candidates.subList(1, candidates.size())) {
      long found = nanos.applyAsLong(candidate);
      best = found < least ? candidate : best;
      least = Math.min(least, (double) found);
    }
    return best;
  }

  /** Runs a few rows until the compiler has done its work; returns those that it is done with. */
  private List<Tile> compiled(List<Tile> tiles) {
    TrialLayer small = new TrialLayer(8, Tiling.USUAL_COLUMNS, Tiling.USUAL_COLUMNS);
    double most = COMPILED_NANOS * small.vectors();
    long deadline = clock.nanoTime() + MOST_NANOS;
    List<Tile> compiled = List.of();
    while (compiled.size() < tiles.size() && clock.nanoTime() < deadline) {
      compiled = tiles.stream().filter(tile -> leastNanos(small, tile) < most).toList();
    }
    return compiled;
  }

  private long leastNanos(TrialLayer layer, Tile tile) {
    return leastNanos(List.of(tile), each -> work.accept(layer, each))[0];
  }

  private <T> T fastest(List<T> candidates, Consumer<T> run) {
    long[] least = leastNanos(candidates, run);
    return best(candidates, each -> least[candidates.indexOf(each)]);
  }

  /** Of each candidate; in turns, so that what slows the machine down slows all of them down. */
  private <T> long[] leastNanos(List<T> candidates, Consumer<T> run) {
    long[] least = new long[candidates.size()];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int i = 0; i < REPEATS * least.length; i++) {
      int turn = i % least.length;
      long start = clock.nanoTime();
      run.accept(candidates.get(turn));
      least[turn] = Math.min(least[turn], clock.nanoTime() - start);
    }
    return least;
  }
}
