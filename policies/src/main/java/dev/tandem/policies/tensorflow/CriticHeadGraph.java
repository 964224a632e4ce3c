package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * A {@link CriticVariant} in a graph: what becomes of the critics' outputs, [critics][rows]
 * [outputs].
 */
interface CriticHeadGraph {
  /**
   * What a critic step learns from.
   *
   * @param byOutputs gradient of the loss, [critics][rows][outputs]
   * @param written what must have happened before the next critic step
   */
  record Lesson(Operand<TFloat32> loss, Operand<TFloat32> byOutputs, List<Op> written) {}

  /** The value of each row, [critics][rows]. */
  Operand<TFloat32> value(Operand<TFloat32> outputs);

  /** Gradient of {@code byValue} times the sum of all values by the outputs. */
  Operand<TFloat32> byOutputs(Operand<TFloat32> outputs, double byValue);

  /**
   * What the outputs of the drawn target critics are worth to the target of critic step {@code
   * step}: [rows], or [kinds][rows] for a head that is taught more than one.
   */
  Operand<TFloat32> nextValue(Operand<TFloat32> outputs, int step);

  /**
   * The loss, summed over the critics and averaged over the rows.
   *
   * @param bellmanTarget shaped as {@link #nextValue}
   * @param after what must have happened before this head reads its own variables
   */
  Lesson lesson(Operand<TFloat32> outputs, Operand<TFloat32> bellmanTarget, List<Op> after);

  /** What it remembers from step to step beside the critics' weights. */
  default List<FlatVariable> variables() {
    return List.of();
  }

  static CriticHeadGraph of(FloatOps f, SacConfig config, VariantInputs inputs) {
    CriticVariant variant = config.critics().variant();
    if (variant instanceof CriticVariant.HlGauss histogram) {
      return new HistogramHeadGraph(f, histogram, config);
    }
    if (variant instanceof CriticVariant.DsacT gaussian) {
      return new ReturnHeadGraph(f, gaussian, config, inputs);
    }
    return new ValueHeadGraph(f, config);
  }
}
