package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** One output, which is the value: mean squared Bellman error (SAC, arXiv 1812.05905, eq. 5). */
final class ValueHeadGraph implements CriticHeadGraph {
  private final FloatOps f;
  private final SacConfig config;

  ValueHeadGraph(FloatOps f, SacConfig config) {
    this.f = f;
    this.config = config;
  }

  @Override
  public Operand<TFloat32> value(Operand<TFloat32> outputs) {
    return f.tf().squeeze(outputs, Squeeze.axis(List.of(2L)));
  }

  @Override
  public Operand<TFloat32> byOutputs(Operand<TFloat32> outputs, double byValue) {
    Ops tf = f.tf();
    return tf.fill(tf.constant(outputs.shape().asArray()), f.constant(byValue));
  }

  @Override
  public Operand<TFloat32> nextValue(Operand<TFloat32> outputs, int step) {
    return f.tf().min(value(outputs), f.tf().constant(0));
  }

  @Override
  public Lesson lesson(Operand<TFloat32> outputs, Operand<TFloat32> bellmanTarget, List<Op> after) {
    Operand<TFloat32> error = f.sub(value(outputs), bellmanTarget);
    Operand<TFloat32> loss = f.mul(config.critics().count(), f.mean(f.square(error)));
    Operand<TFloat32> byValue = f.mul(2.0 / config.batch().size(), error);
    return new Lesson(loss, f.tf().expandDims(byValue, f.tf().constant(2)), List.of());
  }
}
