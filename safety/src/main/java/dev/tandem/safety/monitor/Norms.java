package dev.tandem.safety.monitor;

import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;

/** Lengths of the three-vectors in an observation. */
final class Norms {
  private Norms() {}

  /** Of the block's first three channels. */
  @HotPath
  static double of(Observation observation, Block block) {
    double x = observation.get(block.offset());
    double y = observation.get(block.offset() + 1);
    double z = observation.get(block.offset() + 2);
    return Math.sqrt(x * x + y * y + z * z);
  }
}
