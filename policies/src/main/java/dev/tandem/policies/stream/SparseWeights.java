package dev.tandem.policies.stream;

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
  static void draw(DenseLayer layer, double sparsity, RandomGenerator random) {
    double bound = 1 / Math.sqrt(layer.inputs);
    int zeros = (int) (sparsity * layer.inputs);
    int[] order = new int[layer.inputs];
    for (int j = 0; j < layer.outputs; j++) {
      shuffle(order, random);
      for (int i = 0; i < layer.inputs; i++) {
        layer.rows[order[i]][j] = i < zeros ? 0 : (float) random.nextDouble(-bound, bound);
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
