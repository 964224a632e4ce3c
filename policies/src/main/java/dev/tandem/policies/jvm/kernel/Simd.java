package dev.tandem.policies.jvm.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors that all kernels work with. The kernels hand no vector from method to method: where
 * the compiler does not inline, each would become an object.
 */
final class Simd {
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  static final int LANES = SPECIES.length();

  /** Columns that are worked on at a time: as many vectors as keep the adders busy. */
  static final int GROUP = 4 * LANES;

  /** Lanes that change places when a vector is added up as a tree: halves, quarters, pairs. */
  static final VectorShuffle<Float> BY_8 = rotation(8);

  static final VectorShuffle<Float> BY_4 = rotation(4);
  static final VectorShuffle<Float> BY_2 = rotation(2);
  static final VectorShuffle<Float> BY_1 = rotation(1);

  private Simd() {}

  private static VectorShuffle<Float> rotation(int lanes) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane + lanes) % LANES);
  }
}
