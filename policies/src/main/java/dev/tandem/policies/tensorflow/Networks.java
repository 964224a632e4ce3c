package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.Activation;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.CriticShape;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** The forward passes of actor and critics as parts of a graph. */
record Networks(FloatOps f) {
  /** As in Flax, which SERL and RLPD build on. */
  private static final double LAYER_NORM_EPSILON = 1e-6;

  /** A Gaussian before the squash; both are [rows][actions]. */
  record Gaussian(Operand<TFloat32> mean, Operand<TFloat32> logStd) {}

  /** A squashed action, [rows][actions], and its log probability, [rows]. */
  record Sample(Operand<TFloat32> action, Operand<TFloat32> logProbability) {}

  Gaussian actor(ActorShape shape, Weights weights, Operand<TFloat32> observation) {
    Ops tf = f.tf();
    Operand<TFloat32> x = observation;
    for (int i = 0; i < shape.hidden().size(); i++) {
      String layer = "hidden." + i;
      x = f.add(f.matMul(x, weights.get(layer + ".weights")), weights.get(layer + ".bias"));
      x = shape.layerNorm() ? layerNorm(x, weights, layer) : x;
      x = activate(shape.activation(), x);
    }
    Operand<TFloat32> mean =
        f.add(f.matMul(x, weights.get("mean.weights")), weights.get("mean.bias"));
    Operand<TFloat32> logStd =
        f.add(f.matMul(x, weights.get("logStd.weights")), weights.get("logStd.bias"));
    Operand<TFloat32> clipped =
        tf.math.minimum(
            f.constant(Math.log(shape.maxStd())),
            tf.math.maximum(f.constant(Math.log(shape.minStd())), logStd));
    return new Gaussian(mean, clipped);
  }

  /**
   * Draws with the reparametrisation trick and corrects the log probability for the squash (SAC,
   * arXiv 1812.05905, appendix C), with log(1 - tanh(u)^2) = 2 (log 2 - u - softplus(-2u)).
   *
   * @param noise standard normal, [rows][actions]
   */
  Sample sample(Gaussian gaussian, Operand<TFloat32> noise) {
    Ops tf = f.tf();
    Operand<TFloat32> u = f.add(gaussian.mean(), f.mul(f.exp(gaussian.logStd()), noise));
    Operand<TFloat32> squash =
        f.mul(2, f.sub(f.sub(f.constant(Math.log(2)), u), tf.math.softplus(f.mul(-2, u))));
    Operand<TFloat32> density =
        f.sub(f.add(-0.5 * Math.log(2 * Math.PI), f.mul(-0.5, f.square(noise))), gaussian.logStd());
    return new Sample(tf.math.tanh(u), f.rowSum(f.sub(density, squash)));
  }

  /** Every critic's value of every row, [critics][rows]. */
  Operand<TFloat32> critics(
      CriticShape shape, Weights weights, Operand<TFloat32> observation, Operand<TFloat32> action) {
    Ops tf = f.tf();
    Operand<TFloat32> x =
        tf.expandDims(tf.concat(List.of(observation, action), tf.constant(1)), tf.constant(0));
    for (int i = 0; i < shape.layers().hidden().size(); i++) {
      String layer = "hidden." + i;
      x = f.add(f.batchMatMul(x, weights.get(layer + ".weights")), weights.get(layer + ".bias"));
      x = shape.layers().layerNorm() ? layerNorm(x, weights, layer) : x;
      x = activate(shape.layers().activation(), x);
    }
    Operand<TFloat32> value =
        f.add(f.batchMatMul(x, weights.get("value.weights")), weights.get("value.bias"));
    return tf.squeeze(value, Squeeze.axis(List.of(2L)));
  }

  private Operand<TFloat32> layerNorm(Operand<TFloat32> x, Weights weights, String layer) {
    Operand<TFloat32> centred = f.sub(x, f.rowMean(x));
    Operand<TFloat32> variance = f.rowMean(f.square(centred));
    Operand<TFloat32> scale = f.tf().math.rsqrt(f.add(LAYER_NORM_EPSILON, variance));
    Operand<TFloat32> normal = f.mul(centred, scale);
    return f.add(f.mul(normal, weights.get(layer + ".gain")), weights.get(layer + ".shift"));
  }

  private Operand<TFloat32> activate(Activation activation, Operand<TFloat32> x) {
    return switch (activation) {
      case RELU -> f.tf().nn.relu(x);
      case TANH -> f.tf().math.tanh(x);
      case SILU -> f.mul(x, f.tf().math.sigmoid(x));
    };
  }
}
