package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.CriticVariant;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Mean and deviation of a Gaussian return (DSAC-T, arXiv 2310.05858). The loss is one whose
 * gradient is the paper's: divisors, clipping and scale count as constants.
 */
final class ReturnHeadGraph implements CriticHeadGraph {
  private final FloatOps f;
  private final CriticVariant.DsacT variant;
  private final SacConfig config;
  private final VariantInputs inputs;

  /** Running means over batches, each critic's own; zero before the first. */
  private final FlatVariable spread;

  /** All [critics][rows]. */
  private record Gaussian(Operand<TFloat32> mean, Operand<TFloat32> raw, Operand<TFloat32> std) {}

  /** A running mean, [critics][1]. */
  private record Running(Operand<TFloat32> now, Operand<TFloat32> flat) {}

  ReturnHeadGraph(FloatOps f, CriticVariant.DsacT variant, SacConfig config, VariantInputs inputs) {
    this.f = f;
    this.variant = variant;
    this.config = config;
    this.inputs = inputs;
    int critics = config.critics().count();
    spread =
        new FlatVariable(
            f.tf(),
            "spread",
            new ParameterLayout().add("deviation", critics).add("variance", critics));
  }

  @Override
  public List<FlatVariable> variables() {
    return List.of(spread);
  }

  @Override
  public Operand<TFloat32> value(Operand<TFloat32> outputs) {
    return f.lastColumn(outputs, 0);
  }

  @Override
  public Operand<TFloat32> byOutputs(Operand<TFloat32> outputs, double byValue) {
    Operand<TFloat32> mean = value(outputs);
    Ops tf = f.tf();
    Operand<TFloat32> byMean = tf.fill(tf.constant(mean.shape().asArray()), f.constant(byValue));
    return both(byMean, tf.zerosLike(byMean));
  }

  /** The least mean, and a return drawn from the critic that has it, [2][rows]. */
  @Override
  public Operand<TFloat32> nextValue(Operand<TFloat32> outputs, int step) {
    Ops tf = f.tf();
    Gaussian next = gaussian(outputs);
    Operand<TFloat32> least = tf.min(next.mean(), tf.constant(0));
    Operand<TInt64> which = tf.math.argMin(next.mean(), tf.constant(0));
    Operand<TFloat32> chosen =
        tf.oneHot(
            which,
            tf.constant(config.critics().targetSubsample()),
            f.constant(1),
            f.constant(0),
            OneHot.axis(0L));
    Operand<TFloat32> std = tf.reduceSum(f.mul(chosen, next.std()), tf.constant(0));
    Operand<TFloat32> drawn = f.add(least, f.mul(std, inputs.returns(step)));
    return tf.stack(List.of(least, drawn), Stack.axis(0L));
  }

  @Override
  public Lesson lesson(Operand<TFloat32> outputs, Operand<TFloat32> bellmanTarget, List<Op> after) {
    Gaussian now = gaussian(outputs);
    Operand<TFloat32> variance = f.square(now.std());
    Weights before = spread.weightsAfter(f.tf(), after);
    Running deviation = running(before.get("deviation"), now.std());
    Running square = running(before.get("variance"), variance);
    Operand<TFloat32> scale =
        f.mul(1.0 / config.batch().size(), f.add(variant.stability(), square.now()));

    Operand<TFloat32> error = f.sub(now.mean(), f.row(bellmanTarget, 0));
    Operand<TFloat32> byMean =
        f.mul(scale, f.tf().math.div(error, f.add(variant.stability(), variance)));
    Operand<TFloat32> surprise = clipped(f.sub(f.row(bellmanTarget, 1), now.mean()), deviation);
    Operand<TFloat32> excess = f.sub(variance, f.square(surprise));
    Operand<TFloat32> cube = f.mul(variance, now.std());
    Operand<TFloat32> byStd =
        f.mul(scale, f.tf().math.div(excess, f.add(variant.stability(), cube)));

    Operand<TFloat32> ofMean = f.mul(0.5, f.mul(byMean, error));
    Operand<TFloat32> loss = f.sum(f.add(ofMean, f.mul(byStd, now.std())));
    Operand<TFloat32> byRaw = f.mul(byStd, f.tf().math.sigmoid(now.raw()));
    return new Lesson(loss, both(byMean, byRaw), List.of(remember(deviation, square)));
  }

  private Gaussian gaussian(Operand<TFloat32> outputs) {
    Operand<TFloat32> raw = f.lastColumn(outputs, 1);
    return new Gaussian(value(outputs), raw, f.tf().math.softplus(raw));
  }

  /** Follows the batch's mean as the target critics follow the critics; starts at the first. */
  private Running running(Operand<TFloat32> before, Operand<TFloat32> batch) {
    Ops tf = f.tf();
    Operand<TFloat32> mean = tf.math.mean(batch, tf.constant(1));
    Operand<TFloat32> followed = f.add(before, f.mul(config.critics().tau(), f.sub(mean, before)));
    Operand<TFloat32> now = tf.select(tf.math.equal(before, f.constant(0)), mean, followed);
    return new Running(tf.expandDims(now, tf.constant(1)), now);
  }

  private Operand<TFloat32> clipped(Operand<TFloat32> x, Running deviation) {
    Ops tf = f.tf();
    Operand<TFloat32> most = f.mul(variant.clipDeviations(), deviation.now());
    return tf.math.minimum(most, tf.math.maximum(f.mul(-1, most), x));
  }

  private Op remember(Running deviation, Running variance) {
    Ops tf = f.tf();
    return tf.assignVariableOp(
        spread.handle(), tf.concat(List.of(deviation.flat(), variance.flat()), tf.constant(0)));
  }

  private Operand<TFloat32> both(Operand<TFloat32> mean, Operand<TFloat32> raw) {
    return f.tf().stack(List.of(mean, raw), Stack.axis(2L));
  }
}
