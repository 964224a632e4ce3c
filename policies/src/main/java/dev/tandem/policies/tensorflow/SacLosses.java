package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.SacConfig;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The losses of soft actor-critic (arXiv 1812.05905) with a critic ensemble (REDQ, 2101.05982), and
 * their gradients.
 */
final class SacLosses {
  private final FloatOps f;
  private final SacConfig config;
  private final ActorGraph actor;
  private final CriticEnsemble critics;
  private final CriticHeadGraph head;
  private final VariantInputs variant;

  /** Who acts, who judges, and what the judgement's outputs mean. */
  record Networks(ActorGraph actor, CriticEnsemble critics, CriticHeadGraph head) {}

  /**
   * What a critic step needs.
   *
   * @param gradient by all weights, flat
   * @param written what must have happened before the next critic step
   */
  record CriticLoss(
      Operand<TFloat32> loss,
      Operand<TFloat32> meanQ,
      Operand<TFloat32> gradient,
      List<Op> written) {}

  /**
   * What the actor's step needs.
   *
   * @param entropy of the policy on the batch, in nats
   * @param gradient by all weights, flat
   */
  record ActorLoss(Operand<TFloat32> loss, Operand<TFloat32> entropy, Operand<TFloat32> gradient) {}

  SacLosses(FloatOps f, SacConfig config, Networks networks, VariantInputs variant) {
    this.f = f;
    this.config = config;
    this.actor = networks.actor();
    this.critics = networks.critics();
    this.head = networks.head();
    this.variant = variant;
  }

  /**
   * y = r + discount (1 - terminated) V(s'): a time-out is not terminated, so it bootstraps. V is
   * the least of the drawn target critics, less the entropy term when that is backed up.
   *
   * @param drawn weights of the drawn target critics
   * @return [rows], or [kinds][rows] when the head is taught more than one
   */
  Operand<TFloat32> bellmanTarget(
      SacInputs.Share share, Weights actorWeights, Weights drawn, Operand<TFloat32> temperature) {
    ActorGraph.Sample next = actor.sample(actorWeights, share.nextObservation(), share.noise());
    CriticEnsemble.Outputs said =
        critics.forward(
            drawn,
            config.critics().targetSubsample(),
            share.nextObservation(),
            next.action(),
            variant.masks(CriticDraws.targetPass(share.step())));
    Operand<TFloat32> value = head.nextValue(said.outputs(), share.step());
    if (config.entropy().backup()) {
      value = f.sub(value, f.mul(temperature, next.logProbability()));
    }
    Operand<TFloat32> goesOn = f.sub(f.constant(1), share.terminated());
    return f.add(share.reward(), f.mul(f.mul(config.discount(), goesOn), value));
  }

  /**
   * The head's loss, summed over the critics.
   *
   * @param after what the critic step follows
   */
  CriticLoss critic(
      SacInputs.Share share, Weights weights, Operand<TFloat32> bellmanTarget, List<Op> after) {
    CriticEnsemble.Outputs said =
        critics.forward(
            weights,
            critics.shape().count(),
            share.observation(),
            share.action(),
            variant.masks(CriticDraws.criticPass(share.step())));
    CriticHeadGraph.Lesson lesson = head.lesson(said.outputs(), bellmanTarget, after);
    Gradients gradients = new Gradients();
    critics.backward(said, lesson.byOutputs(), gradients);
    return new CriticLoss(
        lesson.loss(),
        f.mean(head.value(said.outputs())),
        gradients.flat(f, critics.shape().layout()),
        lesson.written());
  }

  /** temperature log pi - Q, with Q the mean of all critics. */
  ActorLoss actor(
      Operand<TFloat32> observation,
      Operand<TFloat32> noise,
      Weights actorWeights,
      Weights criticWeights,
      Operand<TFloat32> temperature) {
    ActorGraph.Sample sample = actor.sample(actorWeights, observation, noise);
    CriticEnsemble.Outputs said =
        critics.forward(
            criticWeights,
            critics.shape().count(),
            observation,
            sample.action(),
            variant.masks(CriticDraws.actorPass(config.batch().updatesPerStep())));
    Operand<TFloat32> logProbability = f.mean(sample.logProbability());
    Operand<TFloat32> meanQ = f.mean(head.value(said.outputs()));
    Operand<TFloat32> loss = f.sub(f.mul(temperature, logProbability), meanQ);
    Gradients gradients =
        actor.backward(
            actorWeights, sample, byAction(said), f.mul(1.0 / config.batch().size(), temperature));
    return new ActorLoss(
        loss, f.mul(-1, logProbability), gradients.flat(f, actor.shape().layout()));
  }

  /** Gradient of temperature (entropy - target entropy) by the temperature's logarithm, [1]. */
  Operand<TFloat32> temperatureGradient(Operand<TFloat32> temperature, Operand<TFloat32> entropy) {
    double targetEntropy = config.entropy().targetEntropy(actor.shape().actions());
    return f.mul(temperature, f.add(-targetEntropy, entropy));
  }

  /** Gradient of minus the mean value by the action, [rows][actions]. */
  private Operand<TFloat32> byAction(CriticEnsemble.Outputs said) {
    Ops tf = f.tf();
    double share = -1.0 / (critics.shape().count() * config.batch().size());
    Operand<TFloat32> byOutputs = head.byOutputs(said.outputs(), share);
    Operand<TFloat32> byInput = critics.backward(said, byOutputs, new Gradients());
    int[] begin = {0, actor.shape().features()};
    return tf.slice(byInput, tf.constant(begin), tf.constant(new int[] {-1, -1}));
  }
}
