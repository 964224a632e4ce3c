package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.sac.CriticDraws;
import dev.tandem.policies.sac.SacConfig;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.LearnerStats;
import java.util.random.RandomGenerator;

/**
 * One update of soft actor-critic (arXiv 1812.05905) with an ensemble of critics of which some are
 * drawn for each target (REDQ, 2101.05982; RLPD, 2302.02948). Each phase is shared out by critics
 * and by rows of the batch.
 */
final class SacUpdate {
  private final SacConfig config;
  private final SacNetworks networks;
  private final Kernels kernels;
  private final float[] slab;
  private final BatchPanels inputs;
  private final RowBlocks rows;
  private final GaussianActor actor;
  private final Critic[] critics;
  private final Mlp actorOnNext;
  private final Mlp actorOnBatch;
  private final Crew crew;
  private final Descent criticDescent;
  private final Descent actorDescent;
  private final Temperature temperature;

  private final Draws draws;
  private final CriticHead head;
  private final Dropout dropout;
  private final Losses losses;
  private int step;

  private final Crew.Phase nextAction = this::nextAction;
  private final Crew.Phase nextValue = this::nextValue;
  private final Crew.Phase criticOutput = this::criticOutput;
  private final Crew.Phase criticLesson = this::criticLesson;
  private final Crew.Phase criticError = this::criticError;
  private final Crew.Phase action = this::action;
  private final Crew.Phase value = this::value;
  private final Crew.Phase actorGradient = this::actorGradient;

  SacUpdate(SacConfig config, SacNetworks networks, Crew crew, SacSteps steps) {
    this.config = config;
    this.networks = networks;
    this.kernels = networks.kernels;
    this.slab = kernels.slab();
    this.inputs = networks.inputs;
    this.rows = inputs.rows;
    this.actor = networks.actor;
    this.critics = networks.critics;
    this.actorOnNext = actor.over(inputs.next);
    this.actorOnBatch = actor.over(inputs.drawn);
    this.crew = crew;
    this.criticDescent = steps.critics;
    this.actorDescent = steps.actor;
    this.temperature = steps.temperature;
    this.draws = new Draws(config, networks);
    this.head = networks.head;
    this.dropout = new Dropout(config, networks, draws.ofVariant);
    this.losses = new Losses(networks);
  }

  /** As many critic steps as there are updates per step, then one of actor and temperature. */
  LearnerStats update(Batch batch, RandomGenerator random) {
    draws.draw(random);
    int updates = config.batch().updatesPerStep();
    for (step = 0; step < updates; step++) {
      criticStep(batch);
    }
    actorStep();
    temperature.step(losses.entropy());
    return losses.stats(temperature.alpha());
  }

  /** Down the gradient of the critics' loss, for plain ones sum_i mean (Q_i(s, a) - y)^2. */
  private void criticStep(Batch batch) {
    inputs.load(slab, batch, step * rows.rows());
    draws.useNoise(step);
    crew.run(nextAction, rows.count());
    dropout.forTargets(step, draws.subsample);
    crew.run(nextValue, config.critics().targetSubsample() * rows.count());
    bellmanTarget();
    dropout.forCritics(CriticDraws.criticPass(step));
    if (head.looksAtWholeBatch()) {
      crew.run(criticOutput, critics.length * rows.count());
      head.look(slab, critics, rows.rows());
      crew.run(criticLesson, critics.length * rows.count());
    } else {
      crew.run(criticError, critics.length * rows.count());
    }
    losses.seeCritics();
    criticDescent.step();
  }

  /** Down the gradient of mean (alpha log pi(a | s) - mean_i Q_i(s, a)), with a ~ pi(s). */
  private void actorStep() {
    draws.useNoise(step);
    crew.run(action, rows.count());
    dropout.forCritics(CriticDraws.actorPass(step));
    crew.run(value, critics.length * rows.count());
    losses.seeActor(temperature.alpha());
    crew.run(actorGradient, rows.count());
    actorDescent.step();
  }

  /** a' ~ pi(s'), and log pi(a' | s'). */
  private void nextAction(int block) {
    draw(actorOnNext, block);
    actor.act(slab, inputs.next, inputs.features, rows.from(block), rows.to(block));
  }

  /** Q'_i(s', a') of a target that was drawn. */
  private void nextValue(int task) {
    int drawn = step * config.critics().targetSubsample() + task / rows.count();
    int block = task % rows.count();
    Critic critic = critics[draws.subsample[drawn]];
    critic.next.forward(kernels, rows.from(block), rows.to(block));
    head.value(slab, critic, rows.from(block), rows.end(block));
  }

  /** y = r + gamma (1 - d) (min_i Q'_i(s', a') - alpha log pi(a' | s')); a time-out bootstraps. */
  private void bellmanTarget() {
    float gamma = (float) config.discount();
    float alpha = config.entropy().backup() ? temperature.alpha() : 0;
    head.begin(slab, draws.ofVariant, step, rows.rows());
    for (int row = 0; row < rows.rows(); row++) {
      Critic least = leastOfDrawn(row);
      float soft = slab[least.q + row] - alpha * slab[actor.logProbability + row];
      float goesOn = 1 - slab[inputs.terminated + row];
      slab[networks.bellmanTarget + row] = slab[inputs.reward + row] + gamma * goesOn * soft;
      head.target(slab, least, row, gamma * goesOn);
    }
  }

  /** What a critic says of (s, a), and back from the gradient of its loss. */
  private void criticError(int task) {
    criticOutput(task);
    criticLesson(task);
  }

  private void criticOutput(int task) {
    Critic critic = critics[task / rows.count()];
    int block = task % rows.count();
    critic.taken.forward(kernels, rows.from(block), rows.to(block));
    head.value(slab, critic, rows.from(block), rows.end(block));
  }

  private void criticLesson(int task) {
    Critic critic = critics[task / rows.count()];
    int block = task % rows.count();
    head.lesson(slab, critic, rows.from(block), rows.end(block));
    critic.taken.backward(kernels, rows.from(block), rows.to(block));
  }

  /** a ~ pi(s), and log pi(a | s). */
  private void action(int block) {
    draw(actorOnBatch, block);
    actor.act(slab, inputs.drawn, inputs.features, rows.from(block), rows.to(block));
  }

  /** Q_i(s, a), and back from dL/dQ_i = -1 / (N B) to dL/da. */
  private void value(int task) {
    Critic critic = critics[task / rows.count()];
    int from = rows.from(task % rows.count());
    int to = rows.to(task % rows.count());
    int end = rows.end(task % rows.count());
    critic.drawn.forward(kernels, from, to);
    head.value(slab, critic, from, end);
    head.byOutputs(slab, critic, -1f / (critics.length * rows.rows()), from, end);
    critic.drawn.backward(kernels, from, to);
    critic.backToAction(kernels, from, to);
  }

  /** From dL/da and dL/dlog pi = alpha / B back through the actor. */
  private void actorGradient(int block) {
    int from = rows.from(block);
    int to = rows.to(block);
    for (int row = from; row < to; row++) {
      for (int i = 0; i < inputs.actions; i++) {
        slab[actor.byAction + row * inputs.actions + i] = byAction(row, i);
      }
    }
    actor.backward(slab, temperature.alpha() / rows.rows(), from, to);
    actorOnBatch.backward(kernels, from, to);
  }

  private void draw(Mlp pass, int block) {
    pass.forward(kernels, rows.from(block), rows.to(block));
    actor.draw(kernels, rows.from(block), rows.to(block));
  }

  private float byAction(int row, int action) {
    float sum = 0;
    for (Critic critic : critics) {
      sum += slab[critic.byAction.at(row, action)];
    }
    return sum;
  }

  /** The drawn critic of least value; one that is not a number counts as less than any. */
  private Critic leastOfDrawn(int row) {
    int count = config.critics().targetSubsample();
    Critic least = critics[draws.subsample[step * count]];
    for (int i = step * count + 1; i < (step + 1) * count; i++) {
      Critic other = critics[draws.subsample[i]];
      float value = slab[other.q + row];
      least = value < slab[least.q + row] || Float.isNaN(value) ? other : least;
    }
    return least;
  }
}
