package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Logits of a histogram over the values, taught by cross-entropy (HL-Gauss, arXiv 2403.03950,
 * section 3.1).
 */
final class HistogramHeadGraph implements CriticHeadGraph {
  private final FloatOps f;
  private final CriticVariant.HlGauss histogram;
  private final SacConfig config;

  HistogramHeadGraph(FloatOps f, CriticVariant.HlGauss histogram, SacConfig config) {
    this.f = f;
    this.histogram = histogram;
    this.config = config;
  }

  @Override
  public Operand<TFloat32> value(Operand<TFloat32> outputs) {
    return f.rowSum(f.mul(f.tf().nn.softmax(outputs), centres()));
  }

  /** d E[z] / d logit = p (z - E[z]). */
  @Override
  public Operand<TFloat32> byOutputs(Operand<TFloat32> outputs, double byValue) {
    Ops tf = f.tf();
    Operand<TFloat32> p = tf.nn.softmax(outputs);
    Operand<TFloat32> value = tf.expandDims(f.rowSum(f.mul(p, centres())), tf.constant(2));
    return f.mul(byValue, f.mul(p, f.sub(centres(), value)));
  }

  @Override
  public Operand<TFloat32> nextValue(Operand<TFloat32> outputs, int step) {
    return f.tf().min(value(outputs), f.tf().constant(0));
  }

  @Override
  public Lesson lesson(Operand<TFloat32> outputs, Operand<TFloat32> bellmanTarget, List<Op> after) {
    Ops tf = f.tf();
    Operand<TFloat32> wanted = project(bellmanTarget);
    Operand<TFloat32> likelihood = f.rowSum(f.mul(tf.nn.logSoftmax(outputs), wanted));
    Operand<TFloat32> loss = f.mul(-config.critics().count(), f.mean(likelihood));
    Operand<TFloat32> surplus = f.sub(tf.nn.softmax(outputs), wanted);
    return new Lesson(loss, f.mul(1.0 / config.batch().size(), surplus), List.of());
  }

  /**
   * How much of a Gaussian around each value falls into each bin, of what falls into any.
   *
   * @param values [rows]
   * @return [rows][bins]
   */
  Operand<TFloat32> project(Operand<TFloat32> values) {
    Ops tf = f.tf();
    int bins = histogram.bins();
    Operand<TFloat32> inside =
        tf.math.minimum(
            f.constant(histogram.max()), tf.math.maximum(f.constant(histogram.min()), values));
    Operand<TFloat32> distance = f.sub(row(bins + 1, histogram::edge), column(inside));
    Operand<TFloat32> below = tf.math.erf(f.mul(1 / (Math.sqrt(2) * histogram.sigma()), distance));
    Operand<TFloat32> mass = f.sub(columns(below, 1, bins), columns(below, 0, bins));
    return tf.math.div(mass, column(f.rowSum(mass)));
  }

  private Operand<TFloat32> centres() {
    return row(histogram.bins(), histogram::centre);
  }

  private Operand<TFloat32> row(int count, IntToDoubleFunction value) {
    float[] values = new float[count];
    IntStream.range(0, count).forEach(i -> values[i] = (float) value.applyAsDouble(i));
    return f.tf().constant(values);
  }

  private Operand<TFloat32> column(Operand<TFloat32> x) {
    return f.tf().expandDims(x, f.tf().constant(1));
  }

  private Operand<TFloat32> columns(Operand<TFloat32> x, int from, int count) {
    Ops tf = f.tf();
    return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
  }
}
