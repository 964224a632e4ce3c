package dev.tandem.policies.tensorflow;

import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.CriticShape;
import dev.tandem.policies.sac.SacConfig;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The losses of soft actor-critic (arXiv 1812.05905) with a critic ensemble (REDQ, 2101.05982). */
final class SacLosses {
  private final FloatOps f;
  private final Networks networks;
  private final SacConfig config;
  private final ActorShape actorShape;
  private final CriticShape criticShape;

  /** What the actor's step needs to know of its batch. */
  record ActorLoss(Operand<TFloat32> loss, Operand<TFloat32> entropy) {}

  /** What a critic step needs to know of its batch. */
  record CriticLoss(Operand<TFloat32> loss, Operand<TFloat32> meanQ) {}

  SacLosses(FloatOps f, SacConfig config, ActorShape actorShape, CriticShape criticShape) {
    this.f = f;
    this.networks = new Networks(f);
    this.config = config;
    this.actorShape = actorShape;
    this.criticShape = criticShape;
  }

  /**
   * y = r + discount (1 - terminated) V(s'): a time-out is not terminated, so it bootstraps. V is
   * the least of the drawn target critics, less the entropy term when that is backed up.
   *
   * @param targets weights of the drawn critics
   * @return [rows]
   */
  Operand<TFloat32> bellmanTarget(
      SacInputs.Share share, Weights actor, Weights targets, Operand<TFloat32> temperature) {
    Ops tf = f.tf();
    Networks.Gaussian gaussian = networks.actor(actorShape, actor, share.nextObservation());
    Networks.Sample next = networks.sample(gaussian, share.noise());
    Operand<TFloat32> value =
        tf.min(
            networks.critics(criticShape, targets, share.nextObservation(), next.action()),
            tf.constant(0));
    if (config.entropy().backup()) {
      value = f.sub(value, f.mul(temperature, next.logProbability()));
    }
    Operand<TFloat32> goesOn = f.sub(f.constant(1), share.terminated());
    return f.add(share.reward(), f.mul(f.mul(config.discount(), goesOn), value));
  }

  /** Mean squared Bellman error, summed over the critics. */
  CriticLoss critic(SacInputs.Share share, Weights critics, Operand<TFloat32> bellmanTarget) {
    Operand<TFloat32> q =
        networks.critics(criticShape, critics, share.observation(), share.action());
    Operand<TFloat32> error = f.sub(q, bellmanTarget);
    Operand<TFloat32> loss = f.mul(criticShape.count(), f.mean(f.square(error)));
    return new CriticLoss(loss, f.mean(q));
  }

  /** temperature log pi - Q, with Q the mean of all critics. */
  ActorLoss actor(
      Operand<TFloat32> observation,
      Weights actor,
      Weights critics,
      Operand<TFloat32> temperature,
      Operand<TFloat32> noise) {
    Networks.Gaussian gaussian = networks.actor(actorShape, actor, observation);
    Networks.Sample sample = networks.sample(gaussian, noise);
    Operand<TFloat32> q = networks.critics(criticShape, critics, observation, sample.action());
    Operand<TFloat32> meanLogProbability = f.mean(sample.logProbability());
    Operand<TFloat32> loss = f.sub(f.mul(temperature, meanLogProbability), f.mean(q));
    return new ActorLoss(loss, f.mul(-1, meanLogProbability));
  }

  /** Gradient of temperature (entropy - target entropy) by the temperature's logarithm, [1]. */
  Operand<TFloat32> temperatureGradient(Operand<TFloat32> temperature, Operand<TFloat32> entropy) {
    double targetEntropy = config.entropy().targetEntropy(actorShape.actions());
    return f.mul(temperature, f.add(-targetEntropy, entropy));
  }
}
