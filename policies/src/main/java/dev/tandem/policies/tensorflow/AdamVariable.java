package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.AdamSchedule;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A variable that Adam improves (arXiv 1412.6980, algorithm 1), with its two moments. Step counter,
 * warm-up and bias correction come in from {@link AdamSchedule}, in double precision.
 */
final class AdamVariable {
  private final FlatVariable value;
  private final FlatVariable firstMoment;
  private final FlatVariable secondMoment;
  private final double gradientClip;

  /**
   * @param gradientClip largest global norm; 0 for no clipping
   */
  AdamVariable(Ops tf, String name, ParameterLayout layout, double gradientClip) {
    this.value = new FlatVariable(tf, name, layout);
    this.firstMoment = new FlatVariable(tf, name + ".firstMoment", layout);
    this.secondMoment = new FlatVariable(tf, name + ".secondMoment", layout);
    this.gradientClip = gradientClip;
  }

  FlatVariable value() {
    return value;
  }

  List<FlatVariable> all() {
    return List.of(value, firstMoment, secondMoment);
  }

  /**
   * One step down {@code gradient}.
   *
   * @param schedule rate and epsilon of {@link AdamSchedule}, [2]
   */
  Op step(FloatOps f, Operand<TFloat32> gradient, Operand<TFloat32> schedule) {
    Ops tf = f.tf();
    Operand<TFloat32> rate = tf.gather(schedule, tf.constant(0), tf.constant(0));
    Operand<TFloat32> epsilon = tf.gather(schedule, tf.constant(1), tf.constant(0));
    Operand<TFloat32> corrected = f.constant(0);
    return tf.train.resourceApplyAdam(
        value.handle(),
        firstMoment.handle(),
        secondMoment.handle(),
        corrected,
        corrected,
        rate,
        f.constant(AdamSchedule.BETA1),
        f.constant(AdamSchedule.BETA2),
        epsilon,
        gradientClip > 0 ? clipped(f, gradient) : gradient);
  }

  private Operand<TFloat32> clipped(FloatOps f, Operand<TFloat32> gradient) {
    Ops tf = f.tf();
    Operand<TFloat32> norm = tf.math.sqrt(f.rowSum(f.square(gradient)));
    Operand<TFloat32> limit = f.constant(gradientClip);
    return f.mul(tf.math.div(limit, tf.math.maximum(norm, limit)), gradient);
  }
}
