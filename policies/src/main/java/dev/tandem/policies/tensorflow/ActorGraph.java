package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.Layers;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A tanh-squashed Gaussian actor in a graph, forward and backward (SAC, arXiv 1812.05905, appendix
 * C). Everything is [rows][actions] unless it says otherwise.
 */
final class ActorGraph {
  private final FloatOps f;
  private final ActorShape shape;
  private final HiddenGraph hidden;

  /** The two heads. */
  record Gaussian(
      HiddenGraph.Pass pass,
      Operand<TFloat32> mean,
      Operand<TFloat32> headLogStd,
      Operand<TFloat32> logStd) {}

  /**
   * An action drawn with the reparametrisation trick.
   *
   * @param spread standard deviation times noise: what was added to the mean
   * @param logProbability of the action after the squash, [rows]
   */
  record Sample(
      Gaussian gaussian,
      Operand<TFloat32> spread,
      Operand<TFloat32> action,
      Operand<TFloat32> logProbability) {}

  ActorGraph(FloatOps f, ActorShape shape) {
    this.f = f;
    this.shape = shape;
    this.hidden =
        new HiddenGraph(f, new Layers(shape.hidden(), shape.activation(), shape.layerNorm()));
  }

  ActorShape shape() {
    return shape;
  }

  Gaussian forward(Weights weights, Operand<TFloat32> observation) {
    Ops tf = f.tf();
    HiddenGraph.Pass pass = hidden.forward(weights, observation);
    Operand<TFloat32> mean = hidden.forwardDense(weights, "mean", pass.output());
    Operand<TFloat32> logStd = hidden.forwardDense(weights, "logStd", pass.output());
    Operand<TFloat32> least = f.constant(Math.log(shape.minStd()));
    Operand<TFloat32> most = f.constant(Math.log(shape.maxStd()));
    Operand<TFloat32> clipped = tf.math.minimum(most, tf.math.maximum(least, logStd));
    return new Gaussian(pass, mean, logStd, clipped);
  }

  /**
   * Draws, and corrects the log probability for the squash: log(1 - tanh(u)^2) = 2 (log 2 - u -
   * softplus(-2u)).
   *
   * @param noise standard normal
   */
  Sample sample(Weights weights, Operand<TFloat32> observation, Operand<TFloat32> noise) {
    Ops tf = f.tf();
    Gaussian gaussian = forward(weights, observation);
    Operand<TFloat32> spread = f.mul(f.exp(gaussian.logStd()), noise);
    Operand<TFloat32> u = f.add(gaussian.mean(), spread);
    Operand<TFloat32> halfSquash =
        f.sub(f.sub(f.constant(Math.log(2)), u), tf.math.softplus(f.mul(-2, u)));
    Operand<TFloat32> density = f.add(-0.5 * Math.log(2 * Math.PI), f.mul(-0.5, f.square(noise)));
    Operand<TFloat32> logProbability =
        f.rowSum(f.sub(f.sub(density, gaussian.logStd()), f.mul(2, halfSquash)));
    return new Sample(gaussian, spread, tf.math.tanh(u), logProbability);
  }

  /**
   * Gradients of a loss by the weights.
   *
   * @param byAction gradient by the action
   * @param byLogProbability gradient by each row's log probability, a scalar
   */
  Gradients backward(
      Weights weights,
      Sample sample,
      Operand<TFloat32> byAction,
      Operand<TFloat32> byLogProbability) {
    // d log pi / du = 2 tanh(u), and log pi holds -log std of every action
    Operand<TFloat32> byMean =
        f.add(
            f.tf().math.tanhGrad(sample.action(), byAction),
            f.mul(f.mul(2, byLogProbability), sample.action()));
    Operand<TFloat32> byLogStd = f.sub(f.mul(byMean, sample.spread()), byLogProbability);
    return backward(weights, sample.gaussian(), byMean, byLogStd);
  }

  /** Gradients by the weights from those by the heads. */
  Gradients backward(
      Weights weights, Gaussian gaussian, Operand<TFloat32> byMean, Operand<TFloat32> byLogStd) {
    Ops tf = f.tf();
    Gradients gradients = new Gradients();
    Operand<TFloat32> byHead =
        tf.select(
            tf.math.equal(gaussian.headLogStd(), gaussian.logStd()),
            byLogStd,
            tf.zerosLike(byLogStd));
    Operand<TFloat32> output = gaussian.pass().output();
    Operand<TFloat32> byOutput =
        f.add(
            hidden.backwardDense(weights, "mean", output, byMean, gradients),
            hidden.backwardDense(weights, "logStd", output, byHead, gradients));
    hidden.backward(weights, gaussian.pass(), byOutput, gradients);
    return gradients;
  }
}
