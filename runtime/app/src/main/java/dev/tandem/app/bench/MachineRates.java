package dev.tandem.app.bench;

import dev.tandem.policies.jvm.kernel.Tile;
import dev.tandem.policies.jvm.kernel.Tiling;
import dev.tandem.policies.jvm.kernel.TrialLayer;
import dev.tandem.policies.nn.Arithmetic;
import dev.tandem.runtime.time.Clock;

/**
 * What the machine can do: the floor under every update, and how fast one thread multiplies layers
 * of 256 units in every tile and in panels of every width that the engine chooses from.
 */
final class MachineRates {
  private static final int ROWS = 256;
  private static final int UNITS = 256;
  private static final int CALLS = 60;

  private MachineRates() {}

  /**
   * Keys {@code floor_critics2_ms}, of one thread, {@code floor_critics2_threads_ms}, of all at
   * once, {@code tile_4x4_panel64_gflops} and others, in 1e9 operations a second; none without
   * vectors.
   */
  static void add(Medians medians, Clock clock, int threads) throws InterruptedException {
    if (Arithmetic.fastest() == Arithmetic.VECTOR) {
      floor(medians, clock, threads);
      tiles(medians);
    }
  }

  private static void floor(Medians medians, Clock clock, int threads) throws InterruptedException {
    double operations = LearnerLoad.operations(LearnerLoad.config(2, false, 1));
    double alone = operations / FmaPeak.gigaflops(clock, 1);
    double shared = operations / FmaPeak.gigaflops(clock, threads);
    medians.add("floor_critics2_ms", alone * 1e-6);
    medians.add("floor_critics2_threads_ms", shared * 1e-6);
  }

  private static void tiles(Medians medians) {
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
