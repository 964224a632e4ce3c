package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.LearnerArrays;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;

/**
 * A {@link CriticVariant} on the slab: what becomes of a critic's outputs. Threads may work on
 * different critics and rows at once where rows {@code from .. to - 1} are asked for; the rest is
 * the caller's alone. Allocates nothing.
 */
interface CriticHead {
  /**
   * What a head remembers from step to step beside the critics' weights.
   *
   * @param values in the order of the variable's layout, changed in place
   */
  record Memory(LearnerArrays.Variable variable, float[] values) {}

  /** Makes values of what the last pass gave. */
  void value(float[] slab, Critic critic, int from, int to);

  /** Gradient of {@code byValue} times the sum of all values by the outputs. */
  void byOutputs(float[] slab, Critic critic, float byValue, int from, int to);

  /** Before the targets of critic step {@code step}. */
  void begin(float[] slab, CriticDraws draws, int step, int rows);

  /**
   * What a row is taught beside the Bellman target, which stands.
   *
   * @param least the drawn target critic of least value, after its pass
   * @param goesOn discount, or zero where the row has terminated
   */
  void target(float[] slab, Critic least, int row, float goesOn);

  /** Gradient of the loss by the outputs, averaged over the rows. */
  void lesson(float[] slab, Critic critic, int from, int to);

  /** The critic's mean loss over {@code rows} rows, after their lesson. */
  double loss(float[] slab, Critic critic, int rows);

  /** Whether all rows of all critics must be there before any can be taught. */
  default boolean looksAtWholeBatch() {
    return false;
  }

  /** Sees all of them. */
  default void look(float[] slab, Critic[] critics, int rows) {}

  default List<Memory> memory() {
    return List.of();
  }

  /**
   * The head of a variant.
   *
   * @param bellmanTarget [rows]
   */
  static CriticHead of(SlabPlan plan, Kernels kernels, SacConfig config, int bellmanTarget) {
    CriticVariant variant = config.critics().variant();
    if (variant instanceof CriticVariant.HlGauss histogram) {
      return new HistogramHead(plan, kernels, histogram, config.batch().size(), bellmanTarget);
    }
    if (variant instanceof CriticVariant.DsacT gaussian) {
      return new ReturnHead(plan, gaussian, config, bellmanTarget);
    }
    return new ValueHead(config.batch().size(), bellmanTarget);
  }
}
