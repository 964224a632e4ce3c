package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ParameterLayout;
import dev.tandem.policies.sac.AdamSchedule;
import dev.tandem.policies.sac.Optimiser;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A variable that Adam improves (arXiv 1412.6980, algorithm 1), or AdamW where weights decay
 * (1711.05101), with its two moments. Step counter, warm-up and bias correction come in from {@link
 * AdamSchedule}, in double precision.
 */
final class AdamVariable {
  private final FlatVariable value;
  private final FlatVariable firstMoment;
  private final FlatVariable secondMoment;
  private final double gradientClip;
  private final boolean decays;

  /** Clipped and decaying as {@code settings} say. */
  AdamVariable(Ops tf, String name, ParameterLayout layout, Optimiser settings) {
    this(tf, name, layout, settings.gradientClip(), settings.weightDecay() > 0);
  }

  private AdamVariable(
      Ops tf, String name, ParameterLayout layout, double gradientClip, boolean decays) {
    this.value = new FlatVariable(tf, name, layout);
    this.firstMoment = new FlatVariable(tf, name + ".firstMoment", layout);
    this.secondMoment = new FlatVariable(tf, name + ".secondMoment", layout);
    this.gradientClip = gradientClip;
    this.decays = decays;
  }

  /** Neither clipped nor decaying. */
  static AdamVariable plain(Ops tf, String name, ParameterLayout layout) {
    return new AdamVariable(tf, name, layout, 0, false);
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
   * @param schedule what {@link AdamSchedule} writes, [{@link AdamSchedule#WIDTH}]
   */
  Op step(FloatOps f, Operand<TFloat32> gradient, Operand<TFloat32> schedule) {
    Operand<TFloat32> rate = number(f, schedule, 0);
    Operand<TFloat32> epsilon = number(f, schedule, 1);
    Ops tf = decays ? f.tf().withControlDependencies(decay(f, gradient, schedule)) : f.tf();
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

  /** Shrinks the weights, once the gradient has been taken where they stood. */
  private Op decay(FloatOps f, Operand<TFloat32> gradient, Operand<TFloat32> schedule) {
    Operand<TFloat32> share = f.mul(number(f, schedule, 2), weightMask(f));
    Operand<TFloat32> before = value.read(f.tf().withControlDependencies(gradient));
    return f.tf().assignSubVariableOp(value.handle(), f.mul(before, share));
  }

  /** One for what inputs are multiplied by, zero for the rest, shaped as the variable. */
  private Operand<TFloat32> weightMask(FloatOps f) {
    List<Operand<TFloat32>> pieces = new ArrayList<>();
    for (ParameterLayout.Piece piece : value.layout().pieces()) {
      Operand<TFloat32> one = f.constant(piece.isWeights() ? 1 : 0);
      pieces.add(f.tf().fill(f.tf().constant(new int[] {piece.size()}), one));
    }
    return f.tf().concat(pieces, f.tf().constant(0));
  }

  private static Operand<TFloat32> number(FloatOps f, Operand<TFloat32> schedule, int index) {
    return f.tf().gather(schedule, f.tf().constant(index), f.tf().constant(0));
  }

  private Operand<TFloat32> clipped(FloatOps f, Operand<TFloat32> gradient) {
    Ops tf = f.tf();
    Operand<TFloat32> norm = tf.math.sqrt(f.rowSum(f.square(gradient)));
    Operand<TFloat32> limit = f.constant(gradientClip);
    return f.mul(tf.math.div(limit, tf.math.maximum(norm, limit)), gradient);
  }
}
