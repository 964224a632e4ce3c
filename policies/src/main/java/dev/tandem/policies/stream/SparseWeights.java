package dev.tandem.policies.stream;

import dev.tandem.policies.jvm.kernel.RowWeights;
import java.util.random.RandomGenerator;

/**
 * First weights of which each unit has most at zero (arXiv 2410.14606, SparseInit): what one input
 * teaches then disturbs little of what others taught. The rest is uniform within 1 / sqrt(inputs);
 * biases are zero. The authors round the share of zeros up, which leaves a unit of few inputs none.
 */
final class SparseWeights {
  private SparseWeights() {}

  /**
   * @param sparsity share of zeros, rounded down, so that no unit is without any input
   */
  static void draw(float[] slab, RowWeights weights, double sparsity, RandomGenerator random) {
    double bound = 1 / Math.sqrt(weights.inputs());
    int zeros = (int) (sparsity * weights.inputs());
    int[] order = new int[weights.inputs()];
    for (int j = 0; j < weights.outputs(); j++) {
      shuffle(order, random);
      for (int i = 0; i < order.length; i++) {
        float drawn = i < zeros ? 0 : (float) random.nextDouble(-bound, bound);
        slab[weights.row(order[i]) + j] = drawn;
      }
    }
  }

  /** Fisher and Yates's, inside out. */
  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = 0; i < order.length; i++) {
      int at = random.nextInt(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
  }
}
