package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.Panels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.jvm.kernel.Tiling;

/**
 * Rows of a layer's weights with rows and columns exchanged, for the way back; made anew whenever
 * the weights have changed.
 *
 * @param from weights, from the first row on that is wanted
 * @param to [outputs][rows]
 */
record Turned(Panels from, Panels to) {
  /** Rows {@code first .. first + count - 1} of {@code weights}. */
  static Turned of(SlabPlan plan, DenseWeights weights, int first, int count) {
    Panels all = weights.panels();
    return new Turned(
        all.moved(first * Tiling.WIDTH), plan.panels(all.columns(), Math.max(1, count)));
  }

  void refresh(Kernels kernels, int panel) {
    kernels.transpose(from, panel, to.columns(), to);
  }
}
