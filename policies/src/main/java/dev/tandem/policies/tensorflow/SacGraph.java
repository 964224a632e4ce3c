package dev.tandem.policies.tensorflow;

import dev.tandem.policies.sac.SacConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One call's worth of learning as a graph: as many critic steps as there are updates per step, each
 * on its share of the rows, then one step of actor and temperature on the last share. Every
 * variable is read before it is written; a step starts when the one before has written.
 */
final class SacGraph {
  final SacInputs inputs;
  final SacVariables variables;

  /** Everything that an update does. */
  final Op update;

  /** Critic loss, actor loss, temperature, entropy, mean Q, [5]. */
  final Operand<TFloat32> stats;

  private final Ops tf;
  private final FloatOps f;
  private final SacConfig config;
  private final SacLosses losses;
  private final Weights actorWeights;
  private final Operand<TFloat32> temperature;

  /** What a critic step leaves to the steps after it. */
  private record CriticStep(SacLosses.CriticLoss loss, List<Op> written) {}

  /**
   * @param parts that work on the critics may be cut into, one a thread
   */
  SacGraph(Ops tf, SacConfig config, int features, int actions, int parts) {
    this.tf = tf;
    this.f = new FloatOps(tf);
    this.config = config;
    ActorGraph actor = new ActorGraph(f, config.actorShape(features, actions));
    CriticEnsemble critics = new CriticEnsemble(f, config.criticShape(features, actions), parts);
    inputs = new SacInputs(tf, config, features, actions);
    CriticHeadGraph head = CriticHeadGraph.of(f, config, inputs.variant);
    variables = SacVariables.of(tf, config, actor.shape(), critics.shape(), head.variables());
    losses = new SacLosses(f, config, new SacLosses.Networks(actor, critics, head), inputs.variant);
    actorWeights = variables.actor().value().weightsAfter(tf, List.of());
    temperature = f.exp(variables.logTemperature().value().read(tf));

    int updates = config.batch().updatesPerStep();
    CriticStep last = criticStep(0, List.of());
    for (int step = 1; step < updates; step++) {
      last = criticStep(step, last.written());
    }
    SacLosses.ActorLoss actorLoss = actorLoss(updates, last.written());
    Op actorStep = variables.actor().step(f, actorLoss.gradient(), inputs.schedule(updates));
    Op temperatureStep = temperatureStep(updates + 1, actorLoss);
    update = tf.withControlDependencies(actorStep, temperatureStep).noOp();
    stats = stats(last.loss(), actorLoss, temperatureStep);
  }

  private CriticStep criticStep(int step, List<Op> after) {
    Weights weights = variables.critics().value().weightsAfter(tf, after);
    Weights targets = drawn(variables.target().weightsAfter(tf, after), inputs.subsample(step));
    SacInputs.Share share = inputs.share(step);
    Operand<TFloat32> bellmanTarget =
        losses.bellmanTarget(share, actorWeights, targets, temperature);
    SacLosses.CriticLoss loss = losses.critic(share, weights, bellmanTarget, after);
    Op improved = variables.critics().step(f, loss.gradient(), inputs.schedule(step));
    List<Op> written = new ArrayList<>(loss.written());
    written.addAll(List.of(improved, follow(improved)));
    return new CriticStep(loss, written);
  }

  /** Moves the targets after the critics: target += tau (critics - target). */
  private Op follow(Op improved) {
    Ops now = tf.withControlDependencies(improved);
    FlatVariable target = variables.target();
    Operand<TFloat32> lag = f.sub(variables.critics().value().read(now), target.read(now));
    return tf.assignAddVariableOp(target.handle(), f.mul(config.critics().tau(), lag));
  }

  /** The drawn critics' share of every array. */
  private Weights drawn(Weights all, Operand<TInt32> subsample) {
    if (config.critics().targetSubsample() == config.critics().count()) {
      return all;
    }
    return all.map(array -> tf.gather(array, subsample, tf.constant(0)));
  }

  private SacLosses.ActorLoss actorLoss(int updates, List<Op> after) {
    Weights weights = variables.critics().value().weightsAfter(tf, after);
    Operand<TFloat32> observation = inputs.share(updates - 1).observation();
    return losses.actor(observation, inputs.noise(updates), actorWeights, weights, temperature);
  }

  private Op temperatureStep(int schedule, SacLosses.ActorLoss loss) {
    Operand<TFloat32> gradient = losses.temperatureGradient(temperature, loss.entropy());
    return variables.logTemperature().step(f, gradient, inputs.schedule(schedule));
  }

  private Operand<TFloat32> stats(
      SacLosses.CriticLoss critic, SacLosses.ActorLoss actor, Op temperatureStep) {
    Ops now = tf.withControlDependencies(temperatureStep);
    Operand<TFloat32> temperatureNow = f.exp(variables.logTemperature().value().read(now));
    List<Operand<TFloat32>> values = new ArrayList<>();
    for (Operand<TFloat32> value :
        List.of(critic.loss(), actor.loss(), temperatureNow, actor.entropy(), critic.meanQ())) {
      values.add(f.flat(value));
    }
    return tf.concat(values, tf.constant(0));
  }
}
