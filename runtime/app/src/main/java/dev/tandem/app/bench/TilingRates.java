package dev.tandem.app.bench;

import dev.tandem.policies.jvm.kernel.Tile;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.jvm.kernel.TrialLayer;
import dev.tandem.policies.nn.Arithmetic;

/**
 * How fast one thread multiplies in every tile and in panels of every width that the engine chooses
 * from, layers of 256 units and batches of 256.
 */
final class TilingRates {
  private static final int ROWS = 256;
  private static final int UNITS = 256;
  private static final int CALLS = 60;

  private TilingRates() {}

  /** Keys {@code tile_4x4_panel64_gflops} and others, in 1e9 operations a second. */
  static void add(Medians medians) {
    if (Arithmetic.fastest() == Arithmetic.PLAIN) {
      return;
    }
    for (int columns : Tiling.panelCandidates()) {
      TrialLayer layer = new TrialLayer(ROWS, UNITS, columns);
      for (Tile tile : Tile.values()) {
        Samples samples = Samples.of(CALLS, CALLS, () -> layer.multiply(tile));
        String key = "tile_" + tile + "_panel" + columns + "_gflops";
        medians.add(key, layer.operations() * 1e-6 / samples.medianMillis());
      }
    }
  }
}
