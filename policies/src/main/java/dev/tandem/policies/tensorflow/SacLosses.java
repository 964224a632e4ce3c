package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.SacConfig;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The losses of soft actor-critic (arXiv 1812.05905) with a critic ensemble (REDQ, 2101.05982), and
 * their gradients.
 */
final class SacLosses {
  private final FloatOps f;
  private final SacConfig config;
  private final GaussianActor actor;
  private final CriticEnsemble critics;

  /**
   * What a critic step needs.
   *
   * @param gradient by all weights, flat
   */
  record CriticLoss(Operand<TFloat32> loss, Operand<TFloat32> meanQ, Operand<TFloat32> gradient) {}

  /**
   * What the actor's step needs.
   *
   * @param entropy of the policy on the batch, in nats
   * @param gradient by all weights, flat
   */
  record ActorLoss(Operand<TFloat32> loss, Operand<TFloat32> entropy, Operand<TFloat32> gradient) {}

  SacLosses(FloatOps f, SacConfig config, GaussianActor actor, CriticEnsemble critics) {
    this.f = f;
    this.config = config;
    this.actor = actor;
    this.critics = critics;
  }

  /**
   * y = r + discount (1 - terminated) V(s'): a time-out is not terminated, so it bootstraps. V is
   * the least of the drawn target critics, less the entropy term when that is backed up.
   *
   * @param drawn weights of the drawn target critics
   * @return [rows]
   */
  Operand<TFloat32> bellmanTarget(
      SacInputs.Share share, Weights actorWeights, Weights drawn, Operand<TFloat32> temperature) {
    Ops tf = f.tf();
    GaussianActor.Sample next = actor.sample(actorWeights, share.nextObservation(), share.noise());
    Operand<TFloat32> q =
        critics
            .forward(
                drawn, config.critics().targetSubsample(), share.nextObservation(), next.action())
            .q();
    Operand<TFloat32> value = tf.min(q, tf.constant(0));
    if (config.entropy().backup()) {
      value = f.sub(value, f.mul(temperature, next.logProbability()));
    }
    Operand<TFloat32> goesOn = f.sub(f.constant(1), share.terminated());
    return f.add(share.reward(), f.mul(f.mul(config.discount(), goesOn), value));
  }

  /** Mean squared Bellman error, summed over the critics. */
  CriticLoss critic(SacInputs.Share share, Weights weights, Operand<TFloat32> bellmanTarget) {
    CriticEnsemble.Values values =
        critics.forward(weights, critics.shape().count(), share.observation(), share.action());
    Operand<TFloat32> error = f.sub(values.q(), bellmanTarget);
    Operand<TFloat32> loss = f.mul(critics.shape().count(), f.mean(f.square(error)));
    Gradients gradients = new Gradients();
    critics.backward(values, f.mul(2.0 / config.batch().size(), error), gradients);
    return new CriticLoss(loss, f.mean(values.q()), gradients.flat(f, critics.shape().layout()));
  }

  /** temperature log pi - Q, with Q the mean of all critics. */
  ActorLoss actor(
      Operand<TFloat32> observation,
      Operand<TFloat32> noise,
      Weights actorWeights,
      Weights criticWeights,
      Operand<TFloat32> temperature) {
    GaussianActor.Sample sample = actor.sample(actorWeights, observation, noise);
    CriticEnsemble.Values values =
        critics.forward(criticWeights, critics.shape().count(), observation, sample.action());
    Operand<TFloat32> logProbability = f.mean(sample.logProbability());
    Operand<TFloat32> loss = f.sub(f.mul(temperature, logProbability), f.mean(values.q()));
    Gradients gradients =
        actor.backward(
            actorWeights,
            sample,
            byAction(values),
            f.mul(1.0 / config.batch().size(), temperature));
    return new ActorLoss(
        loss, f.mul(-1, logProbability), gradients.flat(f, actor.shape().layout()));
  }

  /** Gradient of temperature (entropy - target entropy) by the temperature's logarithm, [1]. */
  Operand<TFloat32> temperatureGradient(Operand<TFloat32> temperature, Operand<TFloat32> entropy) {
    double targetEntropy = config.entropy().targetEntropy(actor.shape().actions());
    return f.mul(temperature, f.add(-targetEntropy, entropy));
  }

  /** Gradient of minus the mean value by the action, [rows][actions]. */
  private Operand<TFloat32> byAction(CriticEnsemble.Values values) {
    Ops tf = f.tf();
    double share = -1.0 / (critics.shape().count() * config.batch().size());
    Operand<TFloat32> byQ = tf.fill(tf.constant(values.q().shape().asArray()), f.constant(share));
    Operand<TFloat32> byInput = critics.backward(values, byQ, new Gradients());
    int[] begin = {0, actor.shape().features()};
    return tf.slice(byInput, tf.constant(begin), tf.constant(new int[] {-1, -1}));
  }
}
